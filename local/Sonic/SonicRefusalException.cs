namespace SonicBridge.Local.Sonic;

/// <summary>The model ends a stream with one of its modelled exceptions.</summary>
/// <param name="type">The member of the output stream, such as <c>validationException</c>.</param>
public sealed class SonicRefusalException(string type, string message) : Exception(message)
{
    public string Type => type;

    public static SonicRefusalException Validation(string message) => new("validationException", message);

    /// <summary>The text with which the model ends a connection that has reached its limit.</summary>
    public static SonicRefusalException ConnectionLimit() =>
        new("modelTimeoutException", "Model has timed out in processing the request. Try your request again.");

    /// <summary>The text with which it ends one that has fallen silent.</summary>
    public static SonicRefusalException Idle(TimeSpan limit) =>
        Validation(
            "Timed out waiting for audio bytes or interactive content. Please ensure gaps between audio bytes and "
                + $"interactive content are less than {limit.TotalSeconds:N0} seconds"
        );
}

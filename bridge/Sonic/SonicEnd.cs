namespace SonicBridge.Bridge.Sonic;

/// <summary>How a stream to the model came to its end.</summary>
/// <param name="Kind">What kind of end.</param>
/// <param name="Detail">A sentence for the engineer; never speech.</param>
internal sealed record SonicEnd(SonicEndKind Kind, string Detail);

/// <summary>The kinds of end that call for different answers.</summary>
internal enum SonicEndKind
{
    /// <summary>The model ended its output, as it does after sessionEnd.</summary>
    Closed,

    /// <summary>The connection reached its age, or the model took too long (modelTimeoutException).</summary>
    TimedOut,

    /// <summary>The model waited too long for audio.</summary>
    Idle,

    /// <summary>The content filter blocked what was said.</summary>
    Blocked,

    /// <summary>Too many streams or calls.</summary>
    Throttled,

    /// <summary>The model refused what it was sent.</summary>
    Invalid,

    /// <summary>The account may not use the model, or there is no such model in the region.</summary>
    Denied,

    /// <summary>The service or the model failed.</summary>
    Unavailable,

    /// <summary>The connection broke.</summary>
    Disconnected,
}

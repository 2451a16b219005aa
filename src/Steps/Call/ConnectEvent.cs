using System.Text.Json;

namespace SonicBridge.Steps.Call;

/// <summary>
/// The event with which Amazon Connect invokes a function, <c>{"Name":"ContactFlowEvent","Details":{…}}</c>, or the
/// same fields bare, <c>{"StreamARN", "ContactId", "CustomerPhoneNumber"}</c>.
/// </summary>
internal readonly struct ConnectEvent(JsonElement input)
{
    /// <summary>Whether it came from Connect, and not bare.</summary>
    public bool IsEnvelope => input.At("Details").ValueKind is JsonValueKind.Object;

    public JsonElement ContactId => IsEnvelope ? OfContact("ContactId") : input.At("ContactId");

    /// <summary>The caller's stream: what Connect says of it or, where it says nothing, what the flow passes on.</summary>
    public JsonElement StreamArn => Audio("StreamARN", "StreamARN");

    public JsonElement StartFragmentNumber => Audio("StartFragmentNumber", "StartFragmentNumber");

    public JsonElement StartTimestamp => Audio("StartTimestamp", "StartTimestamp");

    /// <summary>Only of a bare event; in Connect's, a caller may withhold the number.</summary>
    public JsonElement CustomerPhoneNumber => input.At("CustomerPhoneNumber");

    /// <summary>The contact attribute by which a flow chooses the call's configuration.</summary>
    public JsonElement Configuration => OfContact("Attributes", "configuration");

    /// <summary>The number that the caller dialled.</summary>
    public JsonElement DialledNumber => OfContact("SystemEndpoint", "Address");

    private JsonElement Audio(string ofStream, string parameter) =>
        !IsEnvelope ? input.At(parameter)
        : OfContact("MediaStreams", "Customer", "Audio", ofStream) is { } value && !IsAbsent(value) ? value
        : input.At("Details", "Parameters", parameter);

    private JsonElement OfContact(params ReadOnlySpan<string> path) => input.At("Details", "ContactData").At(path);

    /// <summary>The text of a value, or null when it is none.</summary>
    public static string? TextOf(JsonElement value) =>
        value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    public static bool IsAbsent(JsonElement value) =>
        value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null
        || (value.ValueKind is JsonValueKind.String && value.ValueEquals(""));
}

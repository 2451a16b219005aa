using System.Text.Json.Serialization;

namespace SonicBridge.Steps.Call;

/// <summary>What the contact flow gets back: one flat object of strings, by whose <c>status</c> it branches.</summary>
public sealed record StartCallAnswer
{
    private StartCallAnswer(string status) => Status = status;

    /// <summary><c>started</c> or <c>error</c>.</summary>
    [JsonPropertyName("status")]
    public string Status { get; }

    [JsonPropertyName("contactId")]
    public string? ContactId { get; private init; }

    /// <summary>A code for the flow to branch on.</summary>
    [JsonPropertyName("error")]
    public string? Error { get; private init; }

    /// <summary>A sentence that can be spoken.</summary>
    [JsonPropertyName("message")]
    public string? Message { get; private init; }

    internal static StartCallAnswer Started(Contracts.ContactId contactId) =>
        new("started") { ContactId = contactId.ToString() };

    internal static StartCallAnswer Failed(string error, string message) =>
        new("error") { Error = error, Message = message };
}

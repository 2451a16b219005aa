using System.Text.Json.Serialization;

namespace SonicBridge.Steps.Call;

/// <summary>
/// The input of a call's execution. Step Functions takes a repeated start for the same execution only if it is the same
/// to the letter, so nothing that changes from try to try is in it.
/// </summary>
public sealed record ExecutionInput(
    [property: JsonPropertyName("contactId")] string ContactId,
    [property: JsonPropertyName("folder")] string Folder
);

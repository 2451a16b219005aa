using System.Text.Json;
using System.Text.Json.Serialization;
using SonicBridge.Contracts;

namespace SonicBridge.Local.Script;

/// <summary>A scenario's file, as its author writes it. What it does not know it refuses.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true
)]
[JsonSerializable(typeof(ScenarioText))]
[JsonSerializable(typeof(LineText[]))]
internal sealed partial class ScenarioJson : JsonSerializerContext;

/// <param name="Turns">What the caller says, and what the agent answers.</param>
/// <param name="Otherwise">What the agent answers to anything else; the common lines when it is left out.</param>
/// <param name="Expect">When the call counts as a success.</param>
internal sealed record ScenarioText(
    string? Title,
    TurnText[]? Turns,
    ExpectationText? Expect,
    LineText[]? Otherwise = null,
    LineText? Opening = null,
    int? SessionSeconds = null,
    int? PatienceMilliseconds = null,
    JsonElement? Configuration = null,
    FunctionText?[]? Functions = null
);

/// <param name="Before">What the agent says before it calls the tools.</param>
internal sealed record TurnText(
    CallerLineText? Caller,
    LineText? Agent = null,
    LineText? Before = null,
    ToolText?[]? Tools = null
);

/// <param name="Sample">The folder's name under <c>samples/</c>.</param>
internal sealed record FunctionText(string? Name, string? Sample, int? SlowerByMilliseconds = null);

/// <param name="Answers">What the tool's answer has to contain.</param>
internal sealed record ToolText(string? Name, JsonElement? Arguments = null, string? Answers = null);

/// <param name="Says">The words, for the transcript.</param>
/// <param name="Sound">A WAV file beside the scenario; left out where the caller is a recording.</param>
internal sealed record CallerLineText(
    string? Says,
    string? Sound = null,
    int? InterruptsAfterMilliseconds = null,
    int? KillsBridgeAfterMilliseconds = null,
    int? HangsUpAfterMilliseconds = null
);

internal sealed record LineText(string? Says, string? Sound);

internal sealed record ExpectationText(
    CallEnding? Ending,
    int? Turns = null,
    int? Interruptions = null,
    int? Renewals = null,
    int? Relaunches = null,
    string?[]? Heard = null
);

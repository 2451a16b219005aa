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
    LineText[]? Otherwise = null
);

internal sealed record TurnText(CallerLineText? Caller, LineText? Agent);

/// <param name="Says">The words, for the transcript.</param>
/// <param name="Sound">A WAV file beside the scenario; left out where the caller is a recording.</param>
internal sealed record CallerLineText(string? Says, string? Sound = null, int? InterruptsAfterMilliseconds = null);

internal sealed record LineText(string? Says, string? Sound);

internal sealed record ExpectationText(CallEnding? Ending, int? Turns = null, int? Interruptions = null);

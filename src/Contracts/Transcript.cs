using System.Text.Json.Serialization;

namespace SonicBridge.Contracts;

/// <summary><c>transcript.json</c>, written by the bridge at the call's end.</summary>
public sealed record Transcript(ContactId ContactId, IReadOnlyList<TranscriptLine> Lines);

/// <summary>One utterance, final.</summary>
/// <param name="Speaker">Who spoke.</param>
/// <param name="Text">The words.</param>
/// <param name="At">When they were known, from the call's start.</param>
/// <param name="Interrupted">Whether the caller spoke over it.</param>
public sealed record TranscriptLine(Speaker Speaker, string Text, TimeSpan At, bool Interrupted = false);

[JsonConverter(typeof(JsonStringEnumConverter<Speaker>))]
public enum Speaker
{
    [JsonStringEnumMemberName("caller")]
    Caller,

    [JsonStringEnumMemberName("agent")]
    Agent,
}

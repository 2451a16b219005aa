using System.Text.Json.Serialization.Metadata;

namespace SonicBridge.Contracts;

/// <summary>A JSON file of a call's folder: its name and the shape of what is in it.</summary>
public sealed record CallFile<T>(string Name, JsonTypeInfo<T> Shape);

/// <summary>The JSON files of a call's folder.</summary>
public static class CallFile
{
    public static CallFile<CallDescription> Call { get; } = new("call.json", ContractsJson.Default.CallDescription);
    public static CallFile<LaunchTicket> Launch { get; } = new("launch.json", ContractsJson.Default.LaunchTicket);
    public static CallFile<Playlist> Playlist { get; } = new("playlist.json", ContractsJson.Default.Playlist);
    public static CallFile<Progress> Progress { get; } = new("progress.json", ContractsJson.Default.Progress);
    public static CallFile<Transcript> Transcript { get; } = new("transcript.json", ContractsJson.Default.Transcript);
    public static CallFile<OutcomeRecord> Outcome { get; } = new("outcome.json", ContractsJson.Default.OutcomeRecord);
}

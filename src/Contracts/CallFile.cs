using SonicBridge.Contracts.Configuration;

namespace SonicBridge.Contracts;

/// <summary>The JSON files of a call's folder.</summary>
public static class CallFile
{
    public static JsonFile<CallDescription> Call { get; } = new("call.json", ContractsJson.Default.CallDescription);
    public static JsonFile<CallConfiguration> Configuration { get; } =
        new("configuration.json", ContractsJson.Default.CallConfiguration);
    public static JsonFile<LaunchTicket> Launch { get; } = new("launch.json", ContractsJson.Default.LaunchTicket);
    public static JsonFile<Playlist> Playlist { get; } = new("playlist.json", ContractsJson.Default.Playlist);
    public static JsonFile<Progress> Progress { get; } = new("progress.json", ContractsJson.Default.Progress);
    public static JsonFile<Checkpoint> Checkpoint { get; } = new("checkpoint.json", ContractsJson.Default.Checkpoint);

    public static JsonFile<Disconnection> Disconnected { get; } =
        new("disconnected.json", ContractsJson.Default.Disconnection);

    public static JsonFile<Transcript> Transcript { get; } = new("transcript.json", ContractsJson.Default.Transcript);
    public static JsonFile<OutcomeRecord> Outcome { get; } = new("outcome.json", ContractsJson.Default.OutcomeRecord);
}

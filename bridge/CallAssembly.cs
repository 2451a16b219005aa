using Microsoft.Extensions.Logging;
using SonicBridge.Bridge.Configuration;
using SonicBridge.Bridge.Conversation;
using SonicBridge.Bridge.Kvs;
using SonicBridge.Bridge.Playback;
using SonicBridge.Bridge.Privacy;
using SonicBridge.Bridge.Telemetry;
using SonicBridge.Bridge.Tools;
using SonicBridge.Contracts;
using SonicBridge.Contracts.Configuration;

namespace SonicBridge.Bridge;

/// <summary>Puts together what one call needs: the caller's voice, the model, the agent's voice, the execution.</summary>
internal sealed class CallAssembly(
    BridgeConfiguration configuration,
    AwsClients clients,
    CallStore store,
    CallVitals vitals,
    TurnClock turns,
    TimeProvider time,
    ILoggerFactory logs
)
{
    /// <summary>Holds the call to its end.</summary>
    public async Task HoldAsync(
        CallDescription description,
        CallConfiguration own,
        IModel model,
        ICallReport report,
        CancellationToken stop
    )
    {
        using var caller = new CallerVoice(
            new KinesisMedia(clients.KinesisVideo, clients.MediaAt, description.StreamArn),
            description,
            new CallerVoiceOptions { EndOfCall = configuration.EndOfCall },
            time,
            logs.CreateLogger<CallerVoice>()
        );
        using var tools = new ToolRunner(
            () => clients.Lambda,
            own.Tools,
            description.ContactId,
            time,
            logs.CreateLogger<ToolRunner>()
        );
        var opening = OpenAgentVoiceAsync();
        var peers = new CallPeers
        {
            Model = model,
            ReadCallerAsync = (sink, cancellationToken) => ReadAsync(caller, sink, cancellationToken),
            Agent = new OpeningVoice<AgentVoice>(opening),
            Tools = tools,
            Report = report,
            WriteTranscriptAsync = (lines, cancellationToken) =>
                KeepAsync(new Transcript(description.ContactId, lines), own.Privacy, cancellationToken),
            IsSupersededAsync = async cancellationToken =>
                (await store.ReadAsync(CallFile.Launch, cancellationToken))?.Value.Generation
                != configuration.Generation,
        };
        var limits = new CallLimits
        {
            Configuration = own,
            Silence = own.CallerSilenceSeconds is { } seconds
                ? TimeSpan.FromSeconds(seconds)
                : configuration.CallerSilenceLimit,
            Heartbeat = configuration.Heartbeat,
        };
        using var call = new Call(peers, limits, StartOf(description), vitals, turns, time, logs.CreateLogger<Call>());
        await call.RunAsync(stop);
        if (opening.IsCompletedSuccessfully)
        {
            await (await opening).DisposeAsync();
        }
    }

    private async Task KeepAsync(
        Transcript transcript,
        PrivacyConfiguration privacy,
        CancellationToken cancellationToken
    )
    {
        if (KeptTranscript.Of(transcript.Lines, privacy) is { } lines)
        {
            await store.WriteAsync(
                CallFile.Transcript,
                transcript with
                {
                    Lines = lines,
                },
                KeptTranscript.TagOf(privacy),
                cancellationToken
            );
        }
    }

    private Task<AgentVoice> OpenAgentVoiceAsync() =>
        Task.Run(() =>
            AgentVoice.OpenAsync(
                clients.S3,
                configuration.Folder,
                configuration.Generation,
                new AgentVoiceOptions { Observe = NotePrompt },
                time,
                CancellationToken.None
            )
        );

    private void NotePrompt(PromptEvent prompt)
    {
        if (prompt.Stage == PromptStage.Playable)
        {
            turns.PromptIsPlayable();
        }
    }

    private static async Task<CallInput> ReadAsync(
        CallerVoice caller,
        IVoiceSink sink,
        CancellationToken cancellationToken
    )
    {
        var end = await caller.ReadAsync(sink, cancellationToken);
        return end.Kind switch
        {
            // Whoever was never heard has not hung up: something is wrong with the stream, and a person can still help.
            VoiceEndKind.NoMoreFragments when caller.Blocks == 0 => new CallInput.Broke(
                $"Not one word of the caller's came through. {end.Detail}"
            ),
            VoiceEndKind.NoMoreFragments => new CallInput.CallerLeft(CallEnding.CallerHungUp, end.Detail),
            VoiceEndKind.StreamReused => new CallInput.CallerLeft(CallEnding.StreamReused, end.Detail),
            _ => new CallInput.Broke(end.Detail),
        };
    }

    private DateTimeOffset StartOf(CallDescription description) =>
        description.StartTimestamp is { } start ? DateTimeOffset.FromUnixTimeMilliseconds(start) : time.GetUtcNow();
}

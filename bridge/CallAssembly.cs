using Microsoft.Extensions.Logging;
using SonicBridge.Bridge.Configuration;
using SonicBridge.Bridge.Conversation;
using SonicBridge.Bridge.Kvs;
using SonicBridge.Bridge.Playback;
using SonicBridge.Bridge.Relaunch;
using SonicBridge.Bridge.Telemetry;
using SonicBridge.Bridge.Tools;
using SonicBridge.Contracts;
using SonicBridge.Contracts.Configuration;
using SonicBridge.Contracts.Privacy;

namespace SonicBridge.Bridge;

/// <summary>Puts together what one call needs: the caller's voice, the model, the agent's voice, the execution.</summary>
internal sealed partial class CallAssembly(
    BridgeConfiguration configuration,
    AwsClients clients,
    CallStore store,
    CallVitals vitals,
    TurnClock turns,
    TimeProvider time,
    ILoggerFactory logs
)
{
    private readonly ILogger _log = logs.CreateLogger<CallAssembly>();

    /// <summary>Holds the call to its end.</summary>
    /// <exception cref="SupersededException">A later bridge has the call.</exception>
    public async Task HoldAsync(
        CallDescription description,
        CallConfiguration own,
        IModel model,
        ICallReport report,
        CancellationToken stop
    )
    {
        var checkpoints = new CheckpointWriter(store, configuration.Generation, StartOf(description), time);
        var opening = OpenAgentVoiceAsync();
        try
        {
            // The first bridge of a call finds nothing, and need not look.
            var resumed =
                configuration.Generation == 1 ? null : await ResumeAsync(await opening, own, checkpoints, report);
            if (resumed is { IsDecided: false } or null)
            {
                await HoldAsync(description, own, model, report, opening, checkpoints, resumed, stop);
            }
        }
        finally
        {
            if (opening.IsCompletedSuccessfully)
            {
                await (await opening).DisposeAsync();
            }
        }
    }

    /// <summary>Takes the call over: the playlist is claimed already, so the bridge before can't speak any more.</summary>
    private async Task<Resumption> ResumeAsync(
        AgentVoice agent,
        CallConfiguration own,
        CheckpointWriter checkpoints,
        ICallReport report
    )
    {
        var left = await checkpoints.ClaimAsync(CancellationToken.None);
        var resumed = Resumption.From(left) with { IsDecided = agent.Decided is not null };
        Resumed(resumed.Said.Lines.Count, resumed.AfterFragment);
        if (resumed.IsDecided)
        {
            // It had said goodbye, and was lost before it could report.
            await report.SucceedAsync(agent.Decided!, CancellationToken.None);
        }
        else if (resumed.IsAwaited)
        {
            await agent.SayAsync(own.FillerPhrase ?? CallConfiguration.DefaultFillerPhrase, CancellationToken.None);
        }

        return resumed;
    }

    private async Task HoldAsync(
        CallDescription description,
        CallConfiguration own,
        IModel model,
        ICallReport report,
        Task<AgentVoice> opening,
        CheckpointWriter checkpoints,
        Resumption? resumed,
        CancellationToken stop
    )
    {
        using var caller = new CallerVoice(
            new KinesisMedia(clients.KinesisVideo, clients.MediaAt, description.StreamArn),
            description,
            VoiceOptions(resumed),
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
        var peers = new CallPeers
        {
            Model = model,
            ReadCallerAsync = (sink, cancellationToken) => ReadAsync(caller, resumed, sink, cancellationToken),
            Agent = new OpeningVoice<AgentVoice>(opening),
            Tools = tools,
            Report = report,
            WriteTranscriptAsync = (lines, cancellationToken) =>
                KeepAsync(new Transcript(description.ContactId, lines), own.Privacy, cancellationToken),
            WriteCheckpointAsync = checkpoints.PutAsync,
            IsDisconnectedAsync = async cancellationToken =>
                await store.ReadAsync(CallFile.Disconnected, cancellationToken) is not null,
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
        using var call = new Call(
            peers,
            limits,
            checkpoints.StartedAt,
            vitals,
            turns,
            time,
            logs.CreateLogger<Call>(),
            resumed
        );
        await call.RunAsync(stop);
    }

    private CallerVoiceOptions VoiceOptions(Resumption? resumed) =>
        resumed?.AfterFragment is { } fragment
            ? new CallerVoiceOptions
            {
                Start = new VoiceStart.AfterFragment(fragment),
                EndOfCall = configuration.EndOfCall,
                // The caller has spoken before: who is quiet now has hung up meanwhile.
                FirstBlock = configuration.EndOfCall,
            }
            : new CallerVoiceOptions { EndOfCall = configuration.EndOfCall };

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
        Resumption? resumed,
        IVoiceSink sink,
        CancellationToken cancellationToken
    )
    {
        var end = await caller.ReadAsync(sink, cancellationToken);
        return end.Kind switch
        {
            // Whoever was never heard has not hung up: something is wrong with the stream, and a person can still help.
            VoiceEndKind.NoMoreFragments when caller.Blocks == 0 && resumed?.AfterFragment is null =>
                new CallInput.Broke($"Not one word of the caller's came through. {end.Detail}"),
            VoiceEndKind.NoMoreFragments => new CallInput.CallerLeft(CallEnding.CallerHungUp, end.Detail),
            VoiceEndKind.StreamReused => new CallInput.CallerLeft(CallEnding.StreamReused, end.Detail),
            _ => new CallInput.Broke(end.Detail),
        };
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        EventName = "Resumed",
        Message = "The call is taken over from the bridge before: {Lines} lines were said, the stream is read after fragment {Fragment}."
    )]
    private partial void Resumed(int lines, string? fragment);

    private DateTimeOffset StartOf(CallDescription description) =>
        description.StartTimestamp is { } start ? DateTimeOffset.FromUnixTimeMilliseconds(start) : time.GetUtcNow();
}

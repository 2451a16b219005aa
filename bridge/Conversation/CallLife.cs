using SonicBridge.Bridge.Sonic;
using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Conversation;

/// <summary>
/// The life of one call as a state machine: inputs in, actions out. It does nothing by itself and knows no clock but the
/// times that it is given.
/// </summary>
internal sealed class CallLife(TimeSpan silenceLimit, DateTimeOffset startedAt, DateTimeOffset now)
{
    private const int BytesPerMillisecond = SonicSettings.TelephoneHertz * 2 / 1000;

    private readonly AgentTurns _turns = new();
    private readonly CallTranscript _transcript = new(startedAt);
    private DateTimeOffset _quietSince = now;
    private CallAction.End? _end;
    private bool _modelHeard;

    /// <summary>What was said so far, each line final.</summary>
    public IReadOnlyList<TranscriptLine> Transcript => _transcript.Lines;

    /// <summary>What was said so far, for a model that has to be told.</summary>
    public Recollection Recall() => _transcript.Recall();

    /// <summary>How the call ended, when it has.</summary>
    public CallAction.End? Ended => _end;

    /// <summary>Tokens that the model counted so far.</summary>
    public SonicEvent.Usage Usage { get; private set; } = new(0, 0);

    /// <summary>Events of kinds that this bridge does not know.</summary>
    public int UnknownEvents { get; private set; }

    /// <summary>When <see cref="CallInput.TimePassed"/> is due: neither side has spoken until then.</summary>
    public DateTimeOffset Deadline => _quietSince + silenceLimit;

    /// <summary>Takes an input.</summary>
    /// <returns>What is to be done about it, or null.</returns>
    public CallAction? Handle(CallInput input, DateTimeOffset now) =>
        input switch
        {
            CallInput.ModelSpoke spoke => Hear(spoke.Event, now),
            CallInput.Superseded => EndUntouched(),
            _ when _end is not null => null,
            CallInput.ModelEnded ended => EndBy(CallEnding.Failed, FlowStep.Transfer, ended.End.Detail),
            CallInput.CallerLeft left => EndBy(left.Ending, FlowStep.End, left.Detail),
            CallInput.Broke broke => EndBy(CallEnding.Failed, FlowStep.Transfer, broke.Detail),
            CallInput.StopAsked => EndBy(CallEnding.BridgeStopped, FlowStep.Transfer, "The bridge was told to stop."),
            CallInput.ExecutionGone => EndBy(
                CallEnding.Failed,
                FlowStep.Transfer,
                "The call's execution no longer waits for the bridge.",
                Farewell.Unreported
            ),
            CallInput.TimePassed when now >= Deadline => EndBySilence(),
            _ => null,
        };

    private CallAction? Hear(SonicEvent heard, DateTimeOffset now)
    {
        _modelHeard = true;
        switch (heard)
        {
            case SonicEvent.Usage usage:
                Usage = usage;
                return null;
            case SonicEvent.Unknown:
                UnknownEvents++;
                return null;
        }

        // The last words may be written down after the end; they are not spoken.
        if (_transcript.Note(heard, now) && _end is null)
        {
            _quietSince = Later(_quietSince, now);
        }

        var action = _end is null ? _turns.Handle(heard) : null;
        _quietSince = action switch
        {
            CallAction.Speak speak => Later(_quietSince, now)
                + TimeSpan.FromMilliseconds(speak.Pcm.Length / BytesPerMillisecond),
            CallAction.Interrupt => now,
            _ => _quietSince,
        };
        return action;
    }

    // A model that never sent anything has not heard the caller either, who may have spoken all the time.
    private CallAction.End EndBySilence() =>
        _modelHeard
            ? EndBy(CallEnding.CallerSilent, FlowStep.End, $"Nobody has spoken for {silenceLimit.TotalSeconds:0} s.")
            : EndBy(
                CallEnding.Failed,
                FlowStep.Transfer,
                $"The model has sent nothing for {silenceLimit.TotalSeconds:0} s."
            );

    private CallAction.End EndBy(
        CallEnding ending,
        FlowStep next,
        string detail,
        Farewell farewell = Farewell.Report
    ) => _end = new CallAction.End(new CallOutcome(ending, next, detail), farewell);

    private CallAction.End EndUntouched() =>
        _end = new CallAction.End(
            new CallOutcome(CallEnding.Failed, FlowStep.Transfer, "Another bridge has taken the call over."),
            Farewell.Untouched
        );

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}

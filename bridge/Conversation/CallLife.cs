using SonicBridge.Bridge.Sonic;
using SonicBridge.Bridge.Tools;
using SonicBridge.Contracts;
using SonicBridge.Contracts.Configuration;

namespace SonicBridge.Bridge.Conversation;

/// <summary>
/// The life of one call as a state machine: inputs in, actions out. It does nothing by itself and knows no clock but the
/// times that it is given.
/// </summary>
/// <param name="before">What was said to bridges before this one.</param>
/// <param name="promised">How the agent has promised to one of them to end the call.</param>
internal sealed class CallLife(
    TimeSpan silenceLimit,
    DateTimeOffset startedAt,
    DateTimeOffset now,
    CallConfiguration? configuration = null,
    Recollection? before = null,
    PromisedEnding? promised = null
)
{
    // From the caller's last sound until the model has written down his words: its pause, and fragments of a second.
    private static readonly TimeSpan WrittenDown = TimeSpan.FromSeconds(8);

    // A loud room is no caller: the model writes down what is said in it.
    private static readonly TimeSpan LongestNoise = TimeSpan.FromMinutes(2);

    private const int BytesPerMillisecond = SonicSettings.TelephoneHertz * 2 / 1000;

    private readonly AgentTurns _turns = new();
    private readonly CallTranscript _transcript = new(startedAt);
    private readonly Recollection _before = before ?? Recollection.Nothing;
    private readonly CallConfiguration _configuration = configuration ?? new CallConfiguration();
    private readonly ToolDesk _desk = new(configuration?.WaitingPhrase ?? CallConfiguration.DefaultWaitingPhrase);
    private readonly Parting _parting = Parting.GoOn(promised, before?.Unanswered is not null, now);
    private DateTimeOffset _quietSince = now;
    private DateTimeOffset? _callerSpokeAt;
    private CallAction.End? _end;
    private bool _modelHeard;

    /// <summary>How many lines were said so far.</summary>
    public int Lines => _transcript.Count;

    /// <summary>Whether the agent has said anything yet.</summary>
    public bool HasSpoken => _transcript.HasSpoken;

    /// <summary>What was said so far, as the caller heard it, to bridges before this one too.</summary>
    /// <param name="unheard">What was not played of what the agent said.</param>
    /// <param name="goesOn">Whether a turn that is being said counts as said to its end.</param>
    public Recollection Recall(IReadOnlyList<SampleRange> unheard, bool goesOn = false) =>
        _before.Then(_transcript.Recall(unheard, goesOn));

    /// <summary>How the agent has promised to end the call, when it has.</summary>
    public PromisedEnding? Promised => _parting.Promised;

    /// <summary>Whether the caller waits for what a tool finds out.</summary>
    public bool AwaitsTool => _desk.OwesAnswer;

    /// <summary>How often the caller's words were written down in this bridge.</summary>
    public int CallerLines { get; private set; }

    /// <summary>Whether the bridge holds the conversation only until another has it.</summary>
    public bool IsLeaving { get; private set; }

    /// <summary>How the call ended, when it has.</summary>
    public CallAction.End? Ended => _end;

    /// <summary>Tokens that the model counted so far.</summary>
    public SonicEvent.Usage Usage { get; private set; } = new(0, 0);

    /// <summary>Events of kinds that this bridge does not know.</summary>
    public int UnknownEvents { get; private set; }

    /// <summary>When <see cref="CallInput.TimePassed"/> is due, unless something happens before.</summary>
    public DateTimeOffset Deadline =>
        Earliest(SilenceEnds, LongestEnds, _desk.PhraseDue(_quietSince), _parting.Due(_quietSince, _turns.IsSpeaking));

    private DateTimeOffset SilenceEnds
    {
        get
        {
            var ends = _quietSince + silenceLimit;
            // Whoever waits for a tool has a reason to be silent; each answers or is given up.
            return _desk.IsBusy ? ends + TimeSpan.FromSeconds(ToolConfiguration.LongestTimeoutSeconds)
                : _callerSpokeAt is { } spoke ? Later(ends, Earliest(ends + LongestNoise, spoke + WrittenDown))
                : ends;
        }
    }

    private DateTimeOffset? LongestEnds =>
        _configuration.MaximumSeconds is { } seconds ? startedAt + TimeSpan.FromSeconds(seconds) : null;

    /// <summary>Takes an input.</summary>
    /// <returns>What is to be done about it, or null.</returns>
    public CallAction? Handle(CallInput input, DateTimeOffset now) =>
        input switch
        {
            CallInput.ModelSpoke spoke => Hear(spoke.Event, now),
            CallInput.Superseded => EndUntouched(),
            _ when _end is not null => null,
            CallInput.StopAsked => Leave(),
            CallInput.LeaveOver => HandOn("No other bridge has taken the call over in time."),
            CallInput.ModelEnded or CallInput.CallerLeft or CallInput.Broke when IsLeaving => HandOn(
                "The next bridge goes on with the call."
            ),
            CallInput.ExecutionGone when IsLeaving => null,
            CallInput.ModelEnded ended => EndBy(CallEnding.Failed, FlowStep.Transfer, ended.End.Detail),
            CallInput.CallerLeft left => EndBy(left.Ending, FlowStep.End, left.Detail),
            CallInput.Broke broke => EndBy(CallEnding.Failed, FlowStep.Transfer, broke.Detail),
            CallInput.ExecutionGone => EndBy(
                CallEnding.Failed,
                FlowStep.Transfer,
                "The call's execution no longer waits for the bridge.",
                Farewell.Unreported
            ),
            CallInput.ToolAnswered answered => TakeAnswer(answered, now),
            CallInput.TimePassed passed => PassTime(passed.CallerSpokeAt, now),
            _ => null,
        };

    private CallAction.AnswerTool? TakeAnswer(CallInput.ToolAnswered answered, DateTimeOffset now)
    {
        _quietSince = Later(_quietSince, now);
        return _desk.Answer(answered.ToolUseId, answered.Answer);
    }

    private CallAction? PassTime(DateTimeOffset? callerSpokeAt, DateTimeOffset now)
    {
        _callerSpokeAt = callerSpokeAt;
        if (now >= LongestEnds)
        {
            return EndBy(
                CallEnding.MaximumLength,
                FlowStep.End,
                $"The call has taken the {_configuration.MaximumSeconds} s that its configuration allows."
            );
        }

        if (now >= _parting.Due(_quietSince, _turns.IsSpeaking))
        {
            return _end = _parting.Wished! with { Farewell = FarewellOf(_parting.Wished.Farewell) };
        }

        return now >= SilenceEnds
            ? IsLeaving
                ? HandOn("Nobody speaks.")
                : EndBySilence()
            : now >= _desk.PhraseDue(_quietSince)
                ? _desk.SayPhrase()
                : null;
    }

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
            case SonicEvent.ToolUse use:
                return _end is null ? TakeToolUse(use, now) : null;
        }

        // The last words may be written down after the end; they are not spoken.
        if (_transcript.Note(heard, now) && _end is null)
        {
            CallerLines++;
            _quietSince = Later(_quietSince, now);
        }

        _desk.Note(heard);
        var action = _end is null ? _turns.Handle(heard) : null;
        if (action is CallAction.Speak spoken)
        {
            _transcript.Speak(spoken.Pcm);
        }
        else if (action is CallAction.Interrupt)
        {
            _parting.Interrupt();
        }

        _quietSince = action switch
        {
            CallAction.Speak speak => Later(_quietSince, now)
                + TimeSpan.FromMilliseconds(speak.Pcm.Length / BytesPerMillisecond),
            CallAction.Interrupt => now,
            _ => _quietSince,
        };
        return action;
    }

    // What this bridge hears goes into the conversation as before; the token is used up by it.
    private CallAction.Leave? Leave()
    {
        if (IsLeaving)
        {
            return null;
        }

        IsLeaving = true;
        return new CallAction.Leave();
    }

    private CallAction.End HandOn(string detail) =>
        _end = new CallAction.End(
            new CallOutcome(CallEnding.BridgeStopped, FlowStep.Transfer, $"The bridge was told to stop. {detail}"),
            Farewell.HandedOn
        );

    // What the bridge does itself is answered at once.
    private CallAction? TakeToolUse(SonicEvent.ToolUse use, DateTimeOffset now) =>
        use.Name switch
        {
            ToolConfiguration.EndCall => new CallAction.AnswerTool(use, _parting.EndCall(now).Json),
            ToolConfiguration.TransferToAgent => new CallAction.AnswerTool(
                use,
                _parting
                    .Transfer(
                        BuiltInTools.TargetOf(use.Arguments, _configuration.Transfer, _configuration.Privacy),
                        now
                    )
                    .Json
            ),
            _ => _desk.Ask(use, now),
        };

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
    ) => _end = new CallAction.End(new CallOutcome(ending, next, detail), FarewellOf(farewell));

    // Nobody waits for one that leaves: whoever takes the call over finds in the playlist what is decided, and reports it.
    private Farewell FarewellOf(Farewell farewell) =>
        IsLeaving && farewell == Farewell.Report ? Farewell.Unreported : farewell;

    private CallAction.End EndUntouched() =>
        _end = new CallAction.End(
            new CallOutcome(CallEnding.Failed, FlowStep.Transfer, "Another bridge has taken the call over."),
            Farewell.Untouched
        );

    private static DateTimeOffset Earliest(DateTimeOffset one, params ReadOnlySpan<DateTimeOffset?> others)
    {
        foreach (var other in others)
        {
            one = other < one ? other.Value : one;
        }

        return one;
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}

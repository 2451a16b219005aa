namespace SonicBridge.Bridge.Telemetry;

/// <summary>
/// Measures the turns of a call. A turn begins when the model has understood the caller, and ends when the next one
/// begins. The call's loops all tell it of what they see.
/// </summary>
/// <param name="ended">Takes each turn when it is over.</param>
internal sealed class TurnClock(TimeProvider time, Action<TurnMetrics> ended)
{
    private readonly Lock _gate = new();
    private long _lastWord;
    private long? _asked;
    private bool _answered;
    private TurnMetrics? _turn;

    /// <summary>A block in which the caller speaks went to the model.</summary>
    public void CallerSpoke() => Interlocked.Exchange(ref _lastWord, time.GetTimestamp());

    /// <summary>The model has told what the caller said.</summary>
    public void CallerWasHeard()
    {
        TurnMetrics? over = null;
        lock (_gate)
        {
            // Words that are told in two texts are one turn.
            if (_answered)
            {
                (over, _turn, _answered) = (_turn, null, false);
            }

            _asked = Interlocked.Read(ref _lastWord) is var word and not 0 ? word : null;
        }

        Tell(over);
    }

    /// <summary>The model's voice was heard.</summary>
    public void AgentSpoke()
    {
        lock (_gate)
        {
            if (!_answered)
            {
                _answered = true;
                // Who greets answers nobody.
                Change(turn => turn with { ModelLatency = SinceAsked() });
            }
        }
    }

    /// <summary>A prompt can be played.</summary>
    public void PromptIsPlayable()
    {
        lock (_gate)
        {
            if (_answered && _turn is { TimeToFirstPrompt: null })
            {
                Change(turn => turn with { TimeToFirstPrompt = SinceAsked() });
            }
        }
    }

    /// <summary>The caller spoke over the agent.</summary>
    public void Interrupted() => Change(static turn => turn with { Interruptions = turn.Interruptions + 1 });

    /// <summary>Another session to the model has taken over.</summary>
    public void Renewed() => Change(static turn => turn with { Renewals = turn.Renewals + 1 });

    /// <summary>This bridge has taken the place of another.</summary>
    public void Relaunched() => Change(static turn => turn with { Relaunches = turn.Relaunches + 1 });

    /// <summary>The stream lacks blocks of the caller's voice.</summary>
    public void Lost(long blocks) => Change(turn => turn with { LostBlocks = turn.LostBlocks + blocks });

    /// <summary>The call is over, and with it its last turn.</summary>
    public void End()
    {
        TurnMetrics? over;
        lock (_gate)
        {
            (over, _turn) = (_turn, null);
        }

        Tell(over);
    }

    private TimeSpan? SinceAsked() => _asked is { } asked ? time.GetElapsedTime(asked) : null;

    private void Change(Func<TurnMetrics, TurnMetrics> change)
    {
        lock (_gate)
        {
            _turn = change(_turn ?? new TurnMetrics { At = time.GetUtcNow() });
        }
    }

    private void Tell(TurnMetrics? over)
    {
        if (over is not null)
        {
            ended(over with { At = time.GetUtcNow() });
        }
    }
}

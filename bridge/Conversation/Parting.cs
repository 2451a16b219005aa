using SonicBridge.Bridge.Tools;
using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Conversation;

/// <summary>
/// The agent's wish that the call end or go to a person, and when the words that go with it have been played. It knows
/// no clock but the times that it is given.
/// </summary>
internal sealed class Parting
{
    /// <summary>The model may say its last words before it asks, or begin them after it was answered.</summary>
    public static readonly TimeSpan LastWordsBegin = TimeSpan.FromSeconds(3);

    /// <summary>
    /// A bridge that goes on where the caller's last words were not answered has to say them to the model again before
    /// that can say its own.
    /// </summary>
    public static readonly TimeSpan LastWordsBeginAnew = TimeSpan.FromSeconds(10);

    /// <summary>Between the last word and the end.</summary>
    public static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(500);

    /// <summary>Even a model that never ends its words is taken at its word.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private CallAction.End? _wish;
    private DateTimeOffset _askedAt;
    private TimeSpan _lastWordsBegin = LastWordsBegin;

    /// <summary>Takes over what was promised to the bridge before.</summary>
    /// <param name="promised">Null when nothing was.</param>
    /// <param name="owesWords">Whether the caller's last words were not answered yet.</param>
    public static Parting GoOn(PromisedEnding? promised, bool owesWords, DateTimeOffset now)
    {
        var parting = new Parting();
        switch (promised)
        {
            case { Ending: CallEnding.TransferRequested }:
                parting.Transfer(promised.Transfer ?? new TransferTarget(), now);
                break;
            case not null:
                parting.EndCall(now);
                // Who is about to be hung up on hears a goodbye first.
                parting._lastWordsBegin = owesWords ? LastWordsBeginAnew : LastWordsBegin;
                break;
        }

        return parting;
    }

    /// <summary>What the next bridge has to keep, or null.</summary>
    public PromisedEnding? Promised =>
        _wish is { } wish ? new PromisedEnding(wish.Outcome.Ending, wish.Transfer) : null;

    /// <summary>The agent wants the call to end.</summary>
    /// <returns>What the model is told.</returns>
    public ToolAnswer EndCall(DateTimeOffset now)
    {
        // A transfer that was promised is not taken back.
        if (_wish?.Outcome.Next is not FlowStep.Transfer)
        {
            Wish(CallEnding.AgentEnded, FlowStep.End, "The agent ended the call.", null, now);
        }

        return new ToolAnswer(
            """{"status":"ok","message":"The call ends when your last words have been played. If the caller speaks over them it goes on; then ask again when the caller is done."}"""
        );
    }

    /// <summary>The agent wants a person to take over.</summary>
    /// <inheritdoc cref="EndCall"/>
    public ToolAnswer Transfer(TransferTarget target, DateTimeOffset now)
    {
        Wish(CallEnding.TransferRequested, FlowStep.Transfer, "The agent handed the caller to a person.", target, now);
        return new ToolAnswer(
            """{"status":"ok","message":"A person takes over when your last words have been played. Say no more than that."}"""
        );
    }

    /// <summary>The caller speaks over the agent: who says goodbye over a goodbye is transferred all the same, but not hung up on.</summary>
    public void Interrupt() => _wish = _wish?.Outcome.Next is FlowStep.Transfer ? _wish : null;

    /// <summary>When the last words will have been played; null when the agent has no such wish, or still speaks.</summary>
    /// <param name="quietSince">Since when neither side speaks, or until when what was said so far plays.</param>
    /// <param name="agentSpeaks">Whether more of the agent's words are on their way.</param>
    public DateTimeOffset? Due(DateTimeOffset quietSince, bool agentSpeaks)
    {
        if (_wish is null)
        {
            return null;
        }

        var latest = _askedAt + Longest;
        var due = agentSpeaks ? latest : Later(_askedAt + _lastWordsBegin, quietSince + Breath);
        return due < latest ? due : latest;
    }

    /// <summary>How the call is to end, once it is due.</summary>
    public CallAction.End? Wished => _wish;

    private void Wish(CallEnding ending, FlowStep next, string detail, TransferTarget? target, DateTimeOffset now)
    {
        _askedAt = _wish is null ? now : _askedAt;
        _wish = new CallAction.End(new CallOutcome(ending, next, detail), Farewell.Report, target);
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}

using System.Threading.Channels;

namespace SonicBridge.Local.Sonic;

/// <summary>
/// Who speaks when in a session: turns and interruptions by the caller's audio, one answer at a time, and what tools and
/// texts ask for in the pauses. Called by the session's reading loop alone; an answer runs beside it.
/// </summary>
internal sealed class Dialogue(
    SonicSession session,
    IAgentScript script,
    OutputEvents events,
    ChannelWriter<byte[]> output
) : IDisposable
{
    private readonly Queue<(AgentAnswer Answer, bool IsGoingOn)> _waiting = new();
    private readonly List<ToolTurn> _toolTurns = [];
    private TurnListener? _listener;
    private Answering? _answer;
    private TimeSpan _turnFrom;
    private TimeSpan? _unansweredFrom;

    /// <summary>How much of the caller was heard.</summary>
    public TimeSpan Position => _listener?.Position ?? TimeSpan.Zero;

    /// <summary>Whether the client may send its next event before an answer is under way.</summary>
    private bool IsFree => _answer is not { Done.IsCompleted: false } && _listener is not { IsSpeaking: true };

    public void BeginVoice(TurnListener listener)
    {
        _listener = listener;
        StartWaiting();
    }

    public async Task HearAsync(ReadOnlyMemory<byte> pcm)
    {
        foreach (var change in _listener!.Hear(pcm))
        {
            switch (change)
            {
                case TurnChange.Began
                    when _answer is { } answer && (!answer.Done.IsCompleted || Position < answer.PlaysUntil):
                    await InterruptAsync(answer);
                    break;
                case TurnChange.Ended ended:
                    Start(script.Answer(session.Conversation, TurnOf(ended)), isGoingOn: false);
                    break;
            }
        }

        StartWaiting();
    }

    public void Read(string text)
    {
        session.Tell(new SonicNews.Typed(session, text));
        _waiting.Enqueue((script.Answer(session.Conversation, text), false));
        StartWaiting();
    }

    public void TakeResult(ToolUse use, string json)
    {
        session.Tell(new SonicNews.ToolAnswered(session, use, json));
        NoteToolTurn();
        if (_toolTurns.Find(turn => turn.Left.Remove(use.Id)) is { Left.Count: 0 } answered)
        {
            _toolTurns.Remove(answered);
            session.Conversation.AwaitNoMore(answered.Then);
            _waiting.Enqueue((answered.Then, true));
        }

        StartWaiting();
    }

    /// <summary>Lets an answer that is under way be said.</summary>
    public Task FinishAsync() => _answer?.Done ?? Task.CompletedTask;

    /// <summary>Falls silent in the middle of whatever it is.</summary>
    public Task FreezeAsync() => _answer?.FreezeAsync() ?? Task.CompletedTask;

    public void Dispose() => _answer?.Dispose();

    private void StartWaiting()
    {
        if (IsFree && _listener is not null && _waiting.TryDequeue(out var next))
        {
            Start(next.Answer, next.IsGoingOn);
        }
    }

    private void Start(AgentAnswer answer, bool isGoingOn)
    {
        NoteToolTurn();
        var playsFrom = _answer?.PlaysUntil ?? TimeSpan.Zero;
        _answer?.Dispose();
        _answer = new Answering(session, events, output, answer, isGoingOn, playsFrom);
    }

    // An answer's calls are known when it is done, and their results cannot come before.
    private void NoteToolTurn()
    {
        if (_answer is { Uses.Count: > 0, Answer.Then: { } then } answer && _toolTurns.TrueForAll(t => t.By != answer))
        {
            _toolTurns.Add(new ToolTurn(answer, then, [.. answer.Uses.Select(static use => use.Id)]));
        }
    }

    private async Task InterruptAsync(Answering answer)
    {
        await answer.CutAsync();
        NoteToolTurn();
        if (answer.HasBegun)
        {
            session.Tell(new SonicNews.Interrupted(session));
        }
        else if (answer.Answer.CallerText is null || answer.IsGoingOn)
        {
            // It answers no voice: it comes when the caller has said what there is to say.
            _waiting.Enqueue((answer.Answer, answer.IsGoingOn));
        }
        else
        {
            // The caller had only paused: what was said before belongs to the same turn.
            session.Conversation.TakeTurnBack();
            _unansweredFrom = _turnFrom;
        }

        answer.Dispose();
        _answer = null;
    }

    private CallerTurn TurnOf(TurnChange.Ended ended)
    {
        _turnFrom = _unansweredFrom ?? ended.From;
        _unansweredFrom = null;
        return new CallerTurn(session.Conversation.NextTurn(), session.VoiceFrom(_turnFrom), ended.Length);
    }

    /// <summary>Calls of tools that wait for their results, all of one answer.</summary>
    private sealed record ToolTurn(Answering By, AgentAnswer Then, HashSet<string> Left);
}

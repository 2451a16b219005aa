using SonicBridge.Contracts;
using SonicBridge.Local.Audio;
using SonicBridge.Local.Proof;
using SonicBridge.Local.Script;
using SonicBridge.Local.Sonic;

namespace SonicBridge.Local.Call;

/// <summary>
/// One call as the simulated model has it, over all sessions: notes in the journal what happens, and keeps what proves
/// that nothing was lost.
/// </summary>
public sealed class ConversationLog(CallJournal journal)
{
    private readonly Lock _lock = new();
    private readonly List<SonicSession> _sessions = [];
    private readonly List<Line> _lines = [];
    private readonly List<(SonicSession Session, List<SaidLine> Said)> _takenOver = [];
    private readonly List<ToolCalled> _tools = [];
    private readonly List<string> _notOffered = [];
    private int _interruptions;
    private int _renewals;
    private int _relaunches;

    /// <summary>What can be counted.</summary>
    public ConversationFacts Facts
    {
        get
        {
            lock (_lock)
            {
                var turns = _lines.Count(static line => line.Said.Speaker is Speaker.Agent);
                return new ConversationFacts(turns, _interruptions, _renewals, _relaunches, []);
            }
        }
    }

    /// <summary>Takes in what happens at the model.</summary>
    public void Take(SonicNews news)
    {
        lock (_lock)
        {
            switch (news)
            {
                case SonicNews.Opened:
                    journal.Note(Lane.Bridge, "opened a stream to the (simulated) model");
                    break;
                case SonicNews.Begins begins:
                    Begin(begins.Session);
                    break;
                case SonicNews.Said said:
                    var lane = said.Speaker is Speaker.Caller ? Lane.Caller : Lane.Agent;
                    journal.Note(lane, said.Text);
                    NoteSaidAgain(said);
                    // What the agent says can be cut until it was said to its end.
                    _lines.Add(new Line(said.Session, new SaidLine(said.Speaker, said.Text, lane is Lane.Agent)));
                    break;
                case SonicNews.Finished finished:
                    Close(finished.Session);
                    break;
                case SonicNews.Interrupted:
                    _interruptions++;
                    Cut(static line => line.Said.Speaker is Speaker.Agent, most: 1);
                    journal.Note(Lane.Agent, "(interrupted)");
                    journal.Note(Lane.Moment, "barge-in");
                    break;
                case SonicNews.Typed typed:
                    journal.Note(Lane.Bridge, $"said in the caller's stead: {typed.Text}");
                    break;
                case SonicNews.Called called:
                    _tools.Add(new ToolCalled(called.Session, called.Use, journal.Now));
                    journal.Note(Lane.Bridge, $"the model calls {called.Use.Call.Name}");
                    break;
                case SonicNews.ToolAnswered answered:
                    NoteAnswer(answered);
                    break;
                case SonicNews.NotOffered missing:
                    _notOffered.Add(missing.Tool);
                    journal.Note(Lane.Bridge, $"the model has no tool {missing.Tool}");
                    break;
                case SonicNews.Closed closed:
                    NoteEnd(closed);
                    break;
            }
        }
    }

    /// <summary>Whether the model heard the caller as spoken; null where the sound was changed on its way.</summary>
    public Hearing? Hear(ReadOnlySpan<short> published, bool toTheEnd)
    {
        lock (_lock)
        {
            return _sessions.Count == 0 || _sessions.Exists(static session => session.InputHertz != Telephone.Hertz)
                ? null
                : Hearing.Compare(
                    published,
                    [.. _sessions.Select((session, i) => new HeardStretch(session.HeardAudio, IsResumed(i)))],
                    toTheEnd
                );
        }
    }

    /// <summary>A sentence for each thing that the conversation lost on its way from one session to the next.</summary>
    /// <param name="script">What the tools were to answer.</param>
    /// <param name="isLeft">Whether the agent ended the call or left it to a person, which its last call of a tool asked for.</param>
    public IReadOnlyList<string> Losses(Scenario script, bool isLeft)
    {
        lock (_lock)
        {
            return [.. Forgotten(), .. Unanswered(script, isLeft), .. _notOffered.Select(NotOffered)];
        }
    }

    private IEnumerable<string> Forgotten() =>
        from taken in _takenOver
        let told = Remembrance.Compare(taken.Said, taken.Session.History)
        where !told.IsTrue
        select $"Session {taken.Session.Number} of the model does not know the conversation: {told.Sentence}.";

    private IEnumerable<string> Unanswered(Scenario script, bool isLeft)
    {
        var expected = script.Turns.SelectMany(static turn => turn.Tools).ToList();
        foreach (var tool in _tools)
        {
            var name = tool.Use.Call.Name;
            var isLast = isLeft && tool == _tools[^1];
            if (tool.Answer is null && !tool.Session.IsLost && !isLast)
            {
                yield return $"The tool {name} was called and never answered.";
            }

            var wanted = expected.Find(one => one.Name == name && one.Arguments == tool.Use.Call.Arguments)?.Answers;
            if (tool.Answer is { } answer && wanted is not null && !answer.Contains(wanted, StringComparison.Ordinal))
            {
                yield return $"The tool {name} did not answer '{wanted}', as the scenario expects, but: {answer}";
            }
        }
    }

    private static string NotOffered(string tool) =>
        $"The agent was to call {tool}, and the bridge has not offered it: is it in the call's configuration?";

    private void Begin(SonicSession session)
    {
        _sessions.Add(session);
        var place = _sessions.Count - 1;
        if (place == 0)
        {
            return;
        }

        if (IsResumed(place))
        {
            _relaunches++;
            // What was being said when the other bridge was lost, and what it had not noted, may have been in vain.
            var lost = _sessions[place - 1];
            Cut(line => line.Session == lost && line.Said.Speaker is Speaker.Agent, most: 1);
            journal.Note(Lane.Moment, "another bridge goes on");
        }
        else if (_sessions[place - 1].IsLost)
        {
            Cut(static line => line.Said.Speaker is Speaker.Agent, most: 1);
            journal.Note(Lane.Moment, "lost session replaced");
        }
        else
        {
            _renewals++;
            journal.Note(Lane.Moment, $"renewal {_renewals}");
        }

        _takenOver.Add((session, [.. _lines.Select(static line => line.Said)]));
    }

    private bool IsResumed(int place) => place > 0 && _sessions[place].Client != _sessions[place - 1].Client;

    private void Close(SonicSession session)
    {
        var line = _lines.FindLast(line => line.Session == session && line.Said.Speaker is Speaker.Agent);
        if (line is not null)
        {
            line.Said = line.Said with { IsCut = false };
        }
    }

    private void Cut(Predicate<Line> which, int most)
    {
        foreach (var line in _lines.FindAll(which).TakeLast(most))
        {
            line.Said = line.Said with { IsCut = true };
        }
    }

    // A bridge that was lost before it had noted the caller's words: the next one's session hears them again, and tells of
    // them again. They were said once.
    private void NoteSaidAgain(SonicNews.Said said)
    {
        if (
            said.Speaker is Speaker.Caller
            && _lines.FindLast(static line => line.Said.Speaker is Speaker.Caller) is { } before
            && before.Session.Client != said.Session.Client
            && before.Said.Text == said.Text
        )
        {
            _lines.Remove(before);
        }
    }

    private void NoteAnswer(SonicNews.ToolAnswered answered)
    {
        if (_tools.Find(tool => tool.Use.Id == answered.Use.Id) is { } tool)
        {
            tool.Answer = answered.Json;
            journal.Note(Lane.Moment, $"tool {tool.Use.Call.Name}", journal.Now - tool.At);
        }
    }

    private void NoteEnd(SonicNews.Closed closed)
    {
        if (closed.Why is not null)
        {
            Cut(line => line.Session == closed.Session && line.Said.Speaker is Speaker.Agent, most: 1);
        }

        journal.Note(Lane.Bridge, $"closed the stream{(closed.Why is { } why ? $": {why}" : "")}");
    }

    private sealed class Line(SonicSession session, SaidLine said)
    {
        public SonicSession Session => session;

        public SaidLine Said { get; set; } = said;
    }
}

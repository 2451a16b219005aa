using SonicBridge.Local.StepFunctions.History;

namespace SonicBridge.Local.View.Graph;

/// <summary>The way of an execution through its states, as its history tells it.</summary>
internal sealed class Passage
{
    private readonly List<Stay> _stays = [];
    private readonly Dictionary<string, List<Iteration>> _iterations = new(StringComparer.Ordinal);
    private readonly HashSet<(string From, string To)> _taken = [];

    private Passage(DateTimeOffset began) => Began = Ended = began;

    public DateTimeOffset Began { get; }

    /// <summary>When the last thing happened.</summary>
    public DateTimeOffset Ended { get; private set; }

    public StayEnd End { get; private set; }

    public TimeSpan Length => Ended - Began;

    /// <summary>Why the execution failed, or null.</summary>
    public Failure? Failure { get; private set; }

    /// <summary>Reads a history, which may still grow.</summary>
    public static Passage Of(IReadOnlyList<HistoryEvent> events)
    {
        var passage = new Passage(events.Count > 0 ? events[0].Time : default);
        var entered = new Dictionary<long, Stay>();
        foreach (var happened in events)
        {
            passage.Ended = happened.Time;
            if (happened.Type.EndsWith("StateEntered", StringComparison.Ordinal))
            {
                passage.Enter(happened, events, entered);
            }
            else if (happened.Type.StartsWith("Execution", StringComparison.Ordinal))
            {
                passage.Finish(happened, entered);
            }
            else if (happened.Type.StartsWith("MapIteration", StringComparison.Ordinal))
            {
                passage.Iterate(happened);
            }
            else if (StayOf(happened, events, entered) is { } stay)
            {
                StayEvents.Add(stay, happened);
            }
        }

        passage.CloseStays();
        return passage;
    }

    /// <summary>Whether a state was stopped by what happened elsewhere.</summary>
    public bool HasStopped => _stays.Exists(static stay => stay.End == StayEnd.Stopped);

    public IReadOnlyList<Stay> Stays(string state) => _stays.FindAll(stay => stay.State == state);

    /// <summary>The executions that were started, in order.</summary>
    public IEnumerable<NestedRun> Nested => _stays.SelectMany(static stay => stay.Nested);

    /// <summary>The iterations of a Map state, in the order of their beginning.</summary>
    public IReadOnlyList<Iteration> Iterations(string state) => _iterations.GetValueOrDefault(state) ?? [];

    public bool Took(Transition way) => _taken.Contains((way.From, way.To));

    private void Enter(HistoryEvent happened, IReadOnlyList<HistoryEvent> events, Dictionary<long, Stay> entered)
    {
        var stay = new Stay(happened.State!, happened.Time) { Input = happened.Details?["input"]?.GetValue<string>() };
        if (happened.Type == "FailStateEntered")
        {
            stay.End = StayEnd.Failed;
        }

        _stays.Add(stay);
        entered[happened.Id] = stay;
        if (
            Previous(happened, events) is { State: { } from } before
            && before.Type.EndsWith("StateExited", StringComparison.Ordinal)
        )
        {
            _taken.Add((from, stay.State));
        }
    }

    private void Finish(HistoryEvent happened, Dictionary<long, Stay> entered)
    {
        End = ExecutionEnd(happened.Type);
        Failure = Failure.Of(happened);
        // A Fail state that ends an execution has its error in the execution's last event.
        if (entered.GetValueOrDefault(happened.PreviousEventId) is { End: StayEnd.Failed } stay)
        {
            stay.Error = Failure?.Error;
        }
    }

    private void Iterate(HistoryEvent happened)
    {
        if (happened.Details is not { } told || told["name"]?.GetValue<string>() is not { } map)
        {
            return;
        }

        var index = told["index"]!.GetValue<int>();
        var iterations = _iterations.TryGetValue(map, out var known) ? known : _iterations[map] = [];
        if (happened.Type == "MapIterationStarted")
        {
            iterations.Add(new Iteration(index, happened.Time));
        }
        else if (iterations.FindLastIndex(iteration => iteration.Index == index) is >= 0 and var at)
        {
            iterations[at] = iterations[at] with
            {
                Ended = happened.Time,
                End = happened.Type switch
                {
                    "MapIterationSucceeded" => StayEnd.Passed,
                    "MapIterationAborted" => StayEnd.Stopped,
                    _ => StayEnd.Failed,
                },
            };
        }
    }

    /// <summary>A state that fails the flow has no event of its own for that.</summary>
    private void CloseStays()
    {
        foreach (var stay in _stays.Where(static stay => stay.End == StayEnd.Running))
        {
            (stay.End, stay.Left) = End switch
            {
                StayEnd.Running or StayEnd.Stopped when !stay.Failing => (End, Ended),
                StayEnd.Running => (StayEnd.Running, Ended),
                _ => (StayEnd.Failed, stay.Left),
            };
        }
    }

    // The line of events that led to this one passes the entering of the state that it is about.
    private static Stay? StayOf(
        HistoryEvent happened,
        IReadOnlyList<HistoryEvent> events,
        Dictionary<long, Stay> entered
    )
    {
        for (var before = Previous(happened, events); before is not null; before = Previous(before, events))
        {
            if (before.State == happened.State && entered.TryGetValue(before.Id, out var stay))
            {
                return stay;
            }
        }

        return null;
    }

    private static HistoryEvent? Previous(HistoryEvent happened, IReadOnlyList<HistoryEvent> events) =>
        happened.PreviousEventId is > 0 and var id && id <= events.Count ? events[(int)id - 1] : null;

    private static StayEnd ExecutionEnd(string type) =>
        type switch
        {
            "ExecutionStarted" => StayEnd.Running,
            "ExecutionSucceeded" => StayEnd.Passed,
            "ExecutionFailed" => StayEnd.Failed,
            _ => StayEnd.Stopped,
        };
}

namespace SonicBridge.Local.View.Graph;

/// <summary>One stay of an execution in a state.</summary>
internal sealed class Stay(string state, DateTimeOffset entered)
{
    public string State { get; } = state;

    public DateTimeOffset Entered { get; } = entered;

    /// <summary>What it was entered with, as JSON.</summary>
    public string? Input { get; init; }

    /// <summary>When it was left; while it goes on, when something last happened in it.</summary>
    public DateTimeOffset Left { get; set; } = entered;

    public StayEnd End { get; set; }

    /// <summary>Whether what the state did last has failed.</summary>
    public bool Failing { get; set; }

    /// <summary>How often what the state does was begun.</summary>
    public int Tries { get; set; }

    /// <summary>The error's name, once it failed.</summary>
    public string? Error { get; set; }

    /// <summary>The executions that it started: with retries more than one.</summary>
    public IList<NestedRun> Nested { get; } = [];

    public TimeSpan Length => Left - Entered;
}

/// <summary>An execution that a state started.</summary>
/// <param name="Arn">The execution's.</param>
/// <param name="Began">When it was started.</param>
internal sealed record NestedRun(string Arn, DateTimeOffset Began)
{
    /// <summary>When it was over, as far as the state waited for that.</summary>
    public DateTimeOffset Ended { get; init; } = Began;

    /// <summary>The state machine's name.</summary>
    public string Machine => Arn.Split(':') is [.., var machine, _] ? machine : Arn;
}

/// <summary>One iteration of a Map state.</summary>
internal sealed record Iteration(int Index, DateTimeOffset Began)
{
    public DateTimeOffset Ended { get; init; } = Began;

    public StayEnd End { get; init; }
}

internal enum StayEnd
{
    Running,
    Passed,
    Failed,
    Stopped,
}

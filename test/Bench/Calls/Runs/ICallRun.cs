namespace SonicBridge.Bench.Calls.Runs;

/// <summary>Calls that a contender carries while something is measured.</summary>
internal interface ICallRun
{
    /// <summary>For the command line.</summary>
    string Name { get; }

    /// <summary>Whether it belongs to every round, and not to the first alone.</summary>
    bool IsRepeated { get; }

    /// <exception cref="RunFailedException">The contender failed.</exception>
    Task MeasureAsync(Contender contender, Scoreboard scores, CancellationToken cancellationToken);
}

using System.Globalization;
using SonicBridge.Local.StepFunctions.Running;

namespace SonicBridge.Local.Migration;

/// <summary>Runs one execution to its end and tells each step of it, and of the executions that it starts, as it happens.</summary>
/// <param name="machines">The account's state machines.</param>
/// <param name="say">Gets a line for each step.</param>
public sealed class ExecutionWatch(StateMachines machines, TimeProvider time, Action<string> say)
{
    private readonly Dictionary<(string Execution, string State), DateTimeOffset> _entered = [];

    /// <summary>Starts an execution and watches until it has ended.</summary>
    /// <exception cref="FrontDoor.AwsException">There is no such machine, or the input is not JSON.</exception>
    public async Task<Execution> RunAsync(string machineArn, string input, CancellationToken cancellationToken)
    {
        using var watching = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var changes = machines.WatchAsync(watching.Token);
        var execution = machines.Start(machineArn, name: null, input);
        var telling = TellAsync(changes, time.GetUtcNow());
        try
        {
            await execution.Completion.WaitAsync(cancellationToken);
        }
        finally
        {
            await watching.CancelAsync();
            await telling;
        }

        return execution;
    }

    private async Task TellAsync(IAsyncEnumerable<StateChange> changes, DateTimeOffset began)
    {
        await foreach (var change in changes)
        {
            if (LineOf(change) is { } line)
            {
                var at = (change.Time - began).TotalSeconds.ToString("F1", CultureInfo.InvariantCulture);
                say($"{at, 7} s  {change.Execution.Machine.Name, -24} {line}");
            }
        }
    }

    private string? LineOf(StateChange change)
    {
        // A call that is carried meanwhile is not what is watched.
        if (change.State is not { } state || change.Execution.Machine.Name == "call")
        {
            return null;
        }

        var key = (change.Execution.Arn, state);
        switch (change.Kind)
        {
            case StateChangeKind.Entered:
                _entered[key] = change.Time;
                return $"{state} …";
            case StateChangeKind.Failed:
                return $"{state} failed: {change.Error}{(change.Cause is { } cause ? $": {cause}" : "")}";
            default:
                var took = change.Time - _entered.GetValueOrDefault(key, change.Time);
                return string.Create(CultureInfo.InvariantCulture, $"{state} done ({took.TotalSeconds:F1} s)");
        }
    }
}

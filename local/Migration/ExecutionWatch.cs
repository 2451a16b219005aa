using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SonicBridge.Local.StepFunctions.Running;

namespace SonicBridge.Local.Migration;

/// <summary>Runs one execution to its end and tells each step of it, and of the executions that it starts, as it happens.</summary>
/// <param name="machines">The account's state machines.</param>
/// <param name="say">Gets a line for each step.</param>
public sealed class ExecutionWatch(StateMachines machines, TimeProvider time, Action<string> say)
{
    private static readonly TimeSpan s_worthTelling = TimeSpan.FromMilliseconds(5);

    private readonly Dictionary<(string Execution, string State), DateTimeOffset> _entered = [];

    /// <summary>Told each change before its line is: it must be quick.</summary>
    public Action<StateChange> Changed { get; init; } = static _ => { };

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
            Changed(change);
            if (LineOf(change) is { } line)
            {
                var at = (change.Time - began).TotalSeconds.ToString("F1", CultureInfo.InvariantCulture);
                say($"{at, 7} s  {change.Execution.Machine.Name, -24} {line}");
            }
        }
    }

    /// <summary>What a function that threw says for people, out of the JSON that Lambda makes of it.</summary>
    internal static string MessageOf(string? cause)
    {
        try
        {
            var told = JsonNode.Parse(cause ?? "");
            // A nested execution that failed leaves its own description.
            return told?["ExecutionArn"] is not null
                ? $"{told["Error"]}: {MessageOf((string?)told["Cause"])}"
                : (string?)told?["errorMessage"] ?? "It says no more.";
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return cause is { Length: > 0 } ? cause : "It says no more.";
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
                return null;
            case StateChangeKind.Failed:
                return FailureOf(change, state);
            case StateChangeKind.Stopped:
                return $"{state} was stopped";
            default:
                var took = change.Time - _entered.GetValueOrDefault(key, change.Time);
                // A choice, or the end of an execution, is no work that anybody waits for.
                return took < s_worthTelling || IsLeftByCatcher(change)
                    ? null
                    : string.Create(CultureInfo.InvariantCulture, $"{state} done ({took.TotalSeconds:F1} s)");
        }
    }

    /// <summary>Whether what it did last has failed: that is told already, and it is not done.</summary>
    private static bool IsLeftByCatcher(StateChange change)
    {
        var events = change.Execution.History.Events;
        var left = events.LastOrDefault(happened =>
            happened.State == change.State
            && happened.Time == change.Time
            && happened.Type.EndsWith("StateExited", StringComparison.Ordinal)
        );
        return left is { PreviousEventId: > 0 }
            && events[(int)left.PreviousEventId - 1].Type is var before
            && (
                before.EndsWith("Failed", StringComparison.Ordinal)
                || before.EndsWith("TimedOut", StringComparison.Ordinal)
            );
    }

    private static string FailureOf(StateChange change, string state)
    {
        if (change.Error == "NotReadyYet")
        {
            return $"{state}: not yet. {MessageOf(change.Cause)}";
        }

        return change.Error is null && InnerFailure.Of(change.Execution, state) is { } inner
            ? $"{state} failed, since {inner.State} did: {inner.Error}. {MessageOf(inner.Cause)}"
            : $"{state} failed: {change.Error}. {MessageOf(change.Cause)}";
    }
}

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
            return (string?)JsonNode.Parse(cause ?? "")?["errorMessage"] ?? "It says no more.";
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
                return change.Error == "NotReadyYet"
                    ? $"{state}: not yet. {MessageOf(change.Cause)}"
                    : $"{state} failed: {change.Error}. {MessageOf(change.Cause)}";
            default:
                var took = change.Time - _entered.GetValueOrDefault(key, change.Time);
                // A choice, or the end of an execution, is no work that anybody waits for.
                return took < s_worthTelling
                    ? null
                    : string.Create(CultureInfo.InvariantCulture, $"{state} done ({took.TotalSeconds:F1} s)");
        }
    }
}

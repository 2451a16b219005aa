using System.Text.Json.Nodes;
using SonicBridge.Local.StepFunctions.Data;
using SonicBridge.Local.StepFunctions.History;
using SonicBridge.Local.StepFunctions.Language;

namespace SonicBridge.Local.StepFunctions.Running;

/// <summary>Runs one execution from its first event to its last.</summary>
internal sealed class ExecutionRunner(RunServices services)
{
    private readonly Execution _execution = services.Execution;

    /// <summary>Never fails: every end is the execution's own.</summary>
    public async Task RunAsync()
    {
        var machine = _execution.Machine;
        var thread = new HistoryThread(_execution.History, last: 0);
        try
        {
            thread.AddAside(
                "ExecutionStarted",
                new JsonObject { ["input"] = _execution.Input, ["roleArn"] = machine.RoleArn }
            );
            // Whoever starts an execution does not wait for its first states.
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            _ = TimeOutAsync(machine.Definition.TimeoutSeconds);
            var flow = new FlowRunner(services, Context(machine));
            var input = JsonText.Parse(_execution.Input);
            var output = await flow.RunAsync(machine.Definition, input, thread, _execution.Stopping);
            _execution.Succeed(output, thread.Last);
        }
        catch (StateFailedException e)
        {
            _execution.Fail(e.Error, e.Cause, thread.Last);
        }
        catch (OperationCanceledException) when (_execution.Stopping.IsCancellationRequested)
        {
            // Whoever stopped it has said how it ended.
        }
        catch (Exception e)
        {
            // Nobody awaits an execution: what breaks in it has to show in its history.
            _execution.Fail(ErrorNames.Runtime, e.Message, thread.Last);
        }
    }

    private async Task TimeOutAsync(long? seconds)
    {
        if (seconds is { } limit)
        {
            await services.Time.DelayAsync(TimeSpan.FromSeconds(limit), _execution.Stopping);
            _execution.TimeOut();
        }
    }

    private JsonObject Context(StateMachine machine) =>
        new()
        {
            ["Execution"] = new JsonObject
            {
                ["Id"] = _execution.Arn,
                ["Input"] = JsonText.Parse(_execution.Input),
                ["Name"] = _execution.Name,
                ["RoleArn"] = machine.RoleArn,
                ["StartTime"] = Timestamps.Write(_execution.StartDate),
                ["RedriveCount"] = 0,
            },
            ["StateMachine"] = new JsonObject { ["Id"] = machine.Arn, ["Name"] = machine.Name },
        };
}

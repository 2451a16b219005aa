using System.Text.Json.Nodes;
using SonicBridge.Local.StepFunctions.Running;

namespace SonicBridge.Local.Tests.StepFunctions;

public sealed class NestedExecutionTests
{
    private const string Child = "arn:aws:states:us-east-1:000000000000:stateMachine:child";
    private readonly StatesBench _bench = new();

    [Fact]
    public async Task Sync_2_yields_the_childs_output_as_json()
    {
        LoadChild("""{"Type":"Pass","Parameters":{"got.$":"$.x"},"End":true}""");

        var execution = await RunParentAsync("startExecution.sync:2");

        var output = JsonNode.Parse(execution.Output!)!;
        output["Status"]!.GetValue<string>().ShouldBe("SUCCEEDED");
        output["Output"]!.ToJsonString().ShouldBe("""{"got":1}""");
        output["Input"]!.ToJsonString().ShouldBe("""{"x":1}""");
        StatesBench.TypesOf(execution).ShouldContain("TaskSubmitted");
    }

    [Fact]
    public async Task Sync_yields_the_childs_output_as_a_string()
    {
        LoadChild("""{"Type":"Succeed"}""");

        var execution = await RunParentAsync("startExecution.sync");

        JsonNode.Parse(execution.Output!)!["Output"]!.GetValue<string>().ShouldBe("""{"x":1}""");
    }

    [Fact]
    public async Task Request_and_response_does_not_wait_for_the_child()
    {
        LoadChild("""{"Type":"Wait","Seconds":3600,"End":true}""");

        var execution = await RunParentAsync("startExecution");

        execution.Status.ShouldBe(ExecutionStatus.Succeeded);
        _bench.Machines.FindExecution(ChildExecution(execution)).Status.ShouldBe(ExecutionStatus.Running);
    }

    [Fact]
    public async Task Failed_child_fails_the_task_with_its_description()
    {
        LoadChild("""{"Type":"Fail","Error":"Bad","Cause":"It broke."}""");

        var execution = await RunParentAsync("startExecution.sync:2");

        execution.Error.ShouldBe("States.TaskFailed");
        JsonNode.Parse(execution.Cause!)!["Error"]!.GetValue<string>().ShouldBe("Bad");
    }

    [Fact]
    public async Task Missing_child_is_an_error_of_step_functions()
    {
        var execution = await RunParentAsync("startExecution");

        execution.Error.ShouldBe("StepFunctions.StateMachineDoesNotExistException");
    }

    [Fact]
    public async Task Stopping_the_parent_stops_the_child()
    {
        LoadChild("""{"Type":"Wait","Seconds":3600,"End":true}""");
        var parent = StartParent("startExecution.sync:2");
        await foreach (var change in _bench.Machines.WatchAsync(TestContext.Current.CancellationToken))
        {
            if (change.State == "One" && change.Execution != parent)
            {
                _bench.Machines.Stop(parent.Arn, null, null);
                await change.Execution.Completion.WaitAsync(TestContext.Current.CancellationToken);
                change.Execution.Status.ShouldBe(ExecutionStatus.Aborted);
                break;
            }
        }
    }

    private void LoadChild(string state) =>
        _bench.Machines.Load(
            "child",
            $$"""{"StartAt":"One","States":{"One":{{state}} } }""",
            new Dictionary<string, string>(StringComparer.Ordinal)
        );

    private Execution StartParent(string action) =>
        _bench.Start(
            StatesBench.OneState(
                $$"""{"Type":"Task","Resource":"arn:aws:states:::states:{{action}}","Parameters":{"StateMachineArn":"{{Child}}","Input":{"x.$":"$.x"} } }"""
            ),
            """{"x":1}"""
        );

    private async Task<Execution> RunParentAsync(string action)
    {
        var execution = StartParent(action);
        await execution.Completion.WaitAsync(TestContext.Current.CancellationToken);
        return execution;
    }

    private static string ChildExecution(Execution parent) =>
        JsonNode.Parse(parent.Output!)!["ExecutionArn"]!.GetValue<string>();
}

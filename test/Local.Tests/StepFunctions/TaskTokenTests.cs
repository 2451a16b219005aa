using System.Text.Json.Nodes;
using SonicBridge.Local.StepFunctions.Running;

namespace SonicBridge.Local.Tests.StepFunctions;

public sealed class TaskTokenTests
{
    private const string Launch = """
        {"StartAt":"LaunchBridge","States":{
          "LaunchBridge":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken",
            "Parameters":{"FunctionName":"launch-bridge","Payload":{"folder.$":"$.folder","taskToken.$":"$$.Task.Token"}},
            "HeartbeatSeconds":15,"TimeoutSeconds":7200,
            "Retry":[{"ErrorEquals":["BridgeHasNoRoom"],"IntervalSeconds":2,"MaxAttempts":3,"BackoffRate":2}],
            "Catch":[{"ErrorEquals":["States.ALL"],"ResultPath":"$.failure","Next":"RecordFailure"}],
            "ResultPath":"$.outcome","Next":"RecordOutcome"},
          "RecordOutcome":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke",
            "Parameters":{"FunctionName":"record-outcome","Payload":{"folder.$":"$.folder","outcome.$":"$.outcome"}},
            "ResultSelector":{"recorded.$":"$.Payload"},"End":true},
          "RecordFailure":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke",
            "Parameters":{"FunctionName":"record-outcome","Payload":{"folder.$":"$.folder","failure.$":"$.failure"}},
            "ResultSelector":{"recorded.$":"$.Payload"},"End":true}}}
        """;

    private readonly StatesBench _bench = new();

    public TaskTokenTests() => _bench.Lambda.On("launch-bridge", _ => "null").On("record-outcome", payload => payload);

    [Fact]
    public async Task Success_by_token_ends_the_wait_with_its_output()
    {
        var execution = Start();
        var token = await TokenAsync();

        _bench
            .Machines.Tokens.Succeed(token, JsonNode.Parse("""{"ending":"callerHungUp"}"""))
            .ShouldBe(TokenAnswer.Taken);
        await execution.Completion.WaitAsync(TestContext.Current.CancellationToken);

        execution.Output.ShouldBe("""{"recorded":{"folder":"s3://b/calls/1/","outcome":{"ending":"callerHungUp"}}}""");
        StatesBench
            .TypesOf(execution)
            .ShouldBe([
                "ExecutionStarted",
                "TaskStateEntered",
                "TaskScheduled",
                "TaskStarted",
                "TaskSubmitted",
                "TaskSucceeded",
                "TaskStateExited",
                "TaskStateEntered",
                "TaskScheduled",
                "TaskStarted",
                "TaskSucceeded",
                "TaskStateExited",
                "ExecutionSucceeded",
            ]);
    }

    [Fact]
    public async Task Failure_by_token_goes_to_the_catcher_with_error_and_cause()
    {
        var execution = Start();

        _bench.Machines.Tokens.Fail(await TokenAsync(), "BridgeStopped", "It was killed.").ShouldBe(TokenAnswer.Taken);
        await execution.Completion.WaitAsync(TestContext.Current.CancellationToken);

        execution.Output.ShouldBe(
            """{"recorded":{"folder":"s3://b/calls/1/","failure":{"Error":"BridgeStopped","Cause":"It was killed."}}}"""
        );
    }

    [Fact]
    public async Task Missed_heartbeat_is_a_timeout_and_kills_the_token()
    {
        var execution = Start();
        var token = await TokenAsync();

        await _bench.Time.PassAsync(TimeSpan.FromSeconds(15));
        await execution.Completion.WaitAsync(TestContext.Current.CancellationToken);

        StatesBench.PathOf(execution).ShouldBe(["LaunchBridge", "RecordFailure"]);
        StatesBench.TypesOf(execution).ShouldContain("TaskTimedOut");
        execution.Output.ShouldBe(
            """{"recorded":{"folder":"s3://b/calls/1/","failure":{"Error":"States.Timeout","Cause":""}}}"""
        );
        _bench.Machines.Tokens.Beat(token).ShouldBe(TokenAnswer.Closed);
    }

    [Fact]
    public async Task Each_heartbeat_starts_the_interval_anew()
    {
        var execution = Start();
        var token = await TokenAsync();

        for (var i = 0; i < 5; i++)
        {
            _bench.Time.Advance(TimeSpan.FromSeconds(14));
            _bench.Machines.Tokens.Beat(token).ShouldBe(TokenAnswer.Taken);
        }

        execution.Status.ShouldBe(ExecutionStatus.Running);
        await _bench.Time.PassAsync(TimeSpan.FromSeconds(15));
        await execution.Completion.WaitAsync(TestContext.Current.CancellationToken);
        execution.StopDate.ShouldBe(execution.StartDate + TimeSpan.FromSeconds((14 * 5) + 15));
    }

    [Fact]
    public async Task Each_retry_has_a_token_of_its_own()
    {
        _bench.Lambda.OnFailing("launch-bridge", ["BridgeHasNoRoom", "BridgeHasNoRoom"], "null");
        var execution = Start();

        var first = await TokenAsync();
        await _bench.Time.PassAsync(TimeSpan.FromSeconds(2));
        var second = await TokenAsync();
        await _bench.Time.PassAsync(TimeSpan.FromSeconds(4));
        var third = await TokenAsync();

        new[] { first, second, third }.Distinct(StringComparer.Ordinal).Count().ShouldBe(3);
        _bench.Machines.Tokens.Succeed(first, null).ShouldBe(TokenAnswer.Closed);
        _bench.Machines.Tokens.Succeed(third, null).ShouldBe(TokenAnswer.Taken);
        await execution.Completion.WaitAsync(TestContext.Current.CancellationToken);
        execution.Status.ShouldBe(ExecutionStatus.Succeeded);
    }

    [Fact]
    public async Task A_second_word_by_the_same_token_is_too_late()
    {
        Start();
        var token = await TokenAsync();

        _bench.Machines.Tokens.Succeed(token, null).ShouldBe(TokenAnswer.Taken);
        _bench.Machines.Tokens.Succeed(token, null).ShouldBe(TokenAnswer.Closed);
        _bench.Machines.Tokens.Fail(token, "e", "c").ShouldBe(TokenAnswer.Closed);
    }

    [Fact]
    public void Foreign_token_does_not_exist_and_nonsense_is_none()
    {
        _bench.Machines.Tokens.Beat(Convert.ToBase64String(new byte[384])).ShouldBe(TokenAnswer.DoesNotExist);
        _bench.Machines.Tokens.Beat("nonsense").ShouldBe(TokenAnswer.Invalid);
    }

    [Fact]
    public async Task Stopping_the_execution_kills_its_token()
    {
        var execution = Start();
        var token = await TokenAsync();

        _bench.Machines.Stop(execution.Arn, "Operator", "Enough.");
        await execution.Completion.WaitAsync(TestContext.Current.CancellationToken);

        execution.Status.ShouldBe(ExecutionStatus.Aborted);
        StatesBench.TypesOf(execution).Last().ShouldBe("ExecutionAborted");
        await WaitUntilClosedAsync(token);
    }

    /// <summary>The task lets go of its token as it unwinds, a moment after the execution has ended.</summary>
    private async Task WaitUntilClosedAsync(string token)
    {
        while (_bench.Machines.Tokens.Beat(token) != TokenAnswer.Closed)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private Execution Start() => _bench.Start(Launch, """{"folder":"s3://b/calls/1/"}""");

    private async Task<string> TokenAsync()
    {
        while (true)
        {
            var (function, payload) = await _bench.Lambda.Calls.ReadAsync(TestContext.Current.CancellationToken);
            if (function == "launch-bridge")
            {
                return JsonNode.Parse(payload)!["taskToken"]!.GetValue<string>();
            }
        }
    }
}

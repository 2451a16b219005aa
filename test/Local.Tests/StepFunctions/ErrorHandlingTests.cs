using System.Text.Json.Nodes;
using SonicBridge.Local.StepFunctions.Running;

namespace SonicBridge.Local.Tests.StepFunctions;

public sealed class ErrorHandlingTests
{
    private readonly StatesBench _bench = new();

    [Fact]
    public async Task Retries_back_off_up_to_the_longest_delay()
    {
        _bench.Lambda.OnFailing("f", ["E", "E", "E", "E"], "1");
        var execution = _bench.Start(
            Machine(
                """[{"ErrorEquals":["E"],"IntervalSeconds":2,"BackoffRate":3,"MaxAttempts":4,"MaxDelaySeconds":20}]"""
            )
        );

        foreach (var seconds in new[] { 2, 6, 18, 20 })
        {
            await _bench.Time.PassAsync(TimeSpan.FromSeconds(seconds));
        }

        await execution.Completion.WaitAsync(TestContext.Current.CancellationToken);
        execution.Output.ShouldBe("1");
        (execution.StopDate - execution.StartDate).ShouldBe(TimeSpan.FromSeconds(46));
    }

    [Fact]
    public async Task Full_jitter_waits_less_than_the_interval_and_repeats_with_its_seed()
    {
        var first = await JitteredAsync();

        first.ShouldBeLessThan(TimeSpan.FromSeconds(100));
        first.ShouldBeGreaterThan(TimeSpan.Zero);
        (await JitteredAsync()).ShouldBe(first);
    }

    [Fact]
    public async Task Each_retrier_counts_its_own_attempts()
    {
        _bench.Lambda.OnFailing("f", ["A", "B", "A", "B"], "1");
        var execution = _bench.Start(
            Machine(
                """[{"ErrorEquals":["A"],"IntervalSeconds":1,"MaxAttempts":2},{"ErrorEquals":["States.ALL"],"IntervalSeconds":5,"MaxAttempts":1}]"""
            )
        );

        foreach (var seconds in new[] { 1, 5, 2 })
        {
            await _bench.Time.PassAsync(TimeSpan.FromSeconds(seconds));
        }

        await execution.Completion.WaitAsync(TestContext.Current.CancellationToken);
        execution.Error.ShouldBe("B");
        execution.Cause.ShouldBe(ScriptedLambda.FailurePayload("B"));
    }

    [Fact]
    public async Task Retry_count_is_in_the_context_object()
    {
        _bench.Lambda.OnFailing("f", ["E"], "1");
        var execution = _bench.Start(
            Machine("""[{"ErrorEquals":["E"]}]""", parameters: """{"n.$":"$$.State.RetryCount"}""")
        );

        await _bench.Time.PassAsync(TimeSpan.FromSeconds(1));
        await execution.Completion.WaitAsync(TestContext.Current.CancellationToken);

        (await _bench.Lambda.Calls.ReadAsync(TestContext.Current.CancellationToken)).Payload.ShouldBe("""{"n":0}""");
        (await _bench.Lambda.Calls.ReadAsync(TestContext.Current.CancellationToken)).Payload.ShouldBe("""{"n":1}""");
    }

    [Theory]
    [InlineData("E", "[\"E\"]", true)]
    [InlineData("E", "[\"X\",\"E\"]", true)]
    [InlineData("E", "[\"X\"]", false)]
    [InlineData("E", "[\"States.TaskFailed\"]", true)]
    [InlineData("E", "[\"States.ALL\"]", true)]
    [InlineData("E", "[\"States.Timeout\"]", false)]
    [InlineData("States.Runtime", "[\"States.ALL\"]", false)]
    [InlineData("States.Runtime", "[\"States.TaskFailed\"]", false)]
    [InlineData("States.Runtime", "[\"States.Runtime\"]", true)]
    [InlineData("States.DataLimitExceeded", "[\"States.ALL\"]", false)]
    [InlineData("States.DataLimitExceeded", "[\"States.DataLimitExceeded\"]", true)]
    public async Task Catcher_answers_to(string error, string errorEquals, bool caught)
    {
        _bench.Lambda.OnFailing("f", [error], "1");

        var execution = await _bench.RunAsync(
            Machine("[]", catchers: $$"""[{"ErrorEquals":{{errorEquals}},"Next":"Caught"}]""")
        );

        if (caught)
        {
            JsonNode.Parse(execution.Output!)!["Error"]!.GetValue<string>().ShouldBe(error);
            JsonNode.Parse(execution.Output!)!["Cause"]!
                .GetValue<string>()
                .ShouldBe(ScriptedLambda.FailurePayload(error));
        }
        else
        {
            execution.Error.ShouldBe(error);
        }
    }

    [Theory]
    [InlineData("States.Timeout", true)]
    [InlineData("States.TaskFailed", false)]
    [InlineData("States.HeartbeatTimeout", false)]
    [InlineData("States.ALL", true)]
    public async Task Time_out_is_caught_as(string name, bool caught)
    {
        var execution = await TimedOutAsync("arn:aws:states:::lambda:invoke", "", name, TimeSpan.FromSeconds(60));

        (execution.Status == ExecutionStatus.Succeeded).ShouldBe(caught);
        StatesBench.TypesOf(execution).ShouldContain("TaskTimedOut");
    }

    [Theory]
    [InlineData("States.Timeout", true)]
    [InlineData("States.TaskFailed", false)]
    [InlineData("States.HeartbeatTimeout", true)]
    [InlineData("States.ALL", true)]
    public async Task Missed_heartbeat_is_caught_as(string name, bool caught)
    {
        var execution = await TimedOutAsync(
            "arn:aws:states:::lambda:invoke.waitForTaskToken",
            "\"HeartbeatSeconds\":15,",
            name,
            TimeSpan.FromSeconds(15)
        );

        (execution.Status == ExecutionStatus.Succeeded).ShouldBe(caught);
    }

    [Fact]
    public async Task Catcher_puts_the_error_where_its_result_path_says()
    {
        _bench.Lambda.OnFailing("f", ["E"], "1");

        var execution = await _bench.RunAsync(
            Machine("[]", catchers: """[{"ErrorEquals":["E"],"ResultPath":"$.error","Next":"Caught"}]"""),
            """{"keep":1}"""
        );

        JsonNode.Parse(execution.Output!)!["keep"]!.GetValue<int>().ShouldBe(1);
        JsonNode.Parse(execution.Output!)!["error"]!["Error"]!.GetValue<string>().ShouldBe("E");
    }

    [Fact]
    public async Task Time_out_of_the_machine_ends_the_execution()
    {
        var execution = _bench.Start(
            """{"TimeoutSeconds":10,"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":60,"End":true}}}"""
        );

        await _bench.Time.PassAsync(TimeSpan.FromSeconds(10));
        await execution.Completion.WaitAsync(TestContext.Current.CancellationToken);

        execution.Status.ShouldBe(ExecutionStatus.TimedOut);
        StatesBench.TypesOf(execution).ShouldBe(["ExecutionStarted", "WaitStateEntered", "ExecutionTimedOut"]);
    }

    [Fact]
    public async Task Endless_flow_ends_at_the_limit_of_events()
    {
        var execution = await _bench.RunAsync(
            """{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Pass","Next":"A"}}}"""
        );

        execution.Status.ShouldBe(ExecutionStatus.Failed);
        execution.Cause!.ShouldContain("25000");
        execution.History.Events.Count.ShouldBe(25_000);
    }

    private async Task<Execution> TimedOutAsync(string resource, string heartbeat, string caught, TimeSpan after)
    {
        _bench.Lambda.OnSilent("f");
        var execution = _bench.Start(
            $$"""
            {"StartAt":"Call","States":{"Call":{"Type":"Task","Resource":"{{resource}}","Parameters":{"FunctionName":"f"},{{heartbeat}}
              "TimeoutSeconds":60,"Catch":[{"ErrorEquals":["{{caught}}"],"Next":"Caught"}],"End":true},"Caught":{"Type":"Pass","End":true} } }
            """
        );
        await _bench.Time.PassAsync(after);
        await execution.Completion.WaitAsync(TestContext.Current.CancellationToken);
        return execution;
    }

    private static async Task<TimeSpan> JitteredAsync()
    {
        var bench = new StatesBench();
        bench.Lambda.OnFailing("f", ["E"], "1");
        var execution = bench.Start(
            Machine("""[{"ErrorEquals":["E"],"IntervalSeconds":100,"JitterStrategy":"FULL"}]""")
        );
        await bench.Time.PassNextAsync();
        await execution.Completion.WaitAsync(TestContext.Current.CancellationToken);
        return execution.StopDate!.Value - execution.StartDate;
    }

    private static string Machine(string retry, string catchers = "[]", string parameters = "{}") =>
        $$"""
            {"StartAt":"Call","States":{"Call":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:000000000000:function:f",
              "Parameters":{{parameters}},"Retry":{{retry}},"Catch":{{catchers}},"End":true}
              {{(catchers == "[]" ? "" : ""","Caught":{"Type":"Pass","End":true}""")}} } }
            """;
}

using SonicBridge.Local.StepFunctions.Running;

namespace SonicBridge.Local.Tests.StepFunctions;

public sealed class ParallelAndMapTests
{
    private readonly StatesBench _bench = new();

    [Fact]
    public async Task Parallel_yields_what_its_branches_yield_in_their_order()
    {
        var execution = _bench.Start(
            """
            {"StartAt":"Both","States":{"Both":{"Type":"Parallel","Parameters":{"x.$":"$.a"},"ResultSelector":{"both.$":"$"},"ResultPath":"$.r","End":true,
              "Branches":[
                {"StartAt":"Slow","States":{"Slow":{"Type":"Wait","Seconds":5,"Next":"Then"},"Then":{"Type":"Pass","Result":"slow","End":true}}},
                {"StartAt":"Fast","States":{"Fast":{"Type":"Pass","End":true}}}]}}}
            """,
            """{"a":1}"""
        );

        await _bench.Time.PassAsync(TimeSpan.FromSeconds(5));
        await execution.Completion.WaitAsync(TestContext.Current.CancellationToken);

        execution.Output.ShouldBe("""{"a":1,"r":{"both":["slow",{"x":1}]}}""");
    }

    [Fact]
    public async Task First_branch_to_fail_stops_the_others_and_can_be_caught()
    {
        var execution = await _bench.RunAsync(
            """
            {"StartAt":"Both","States":{"Both":{"Type":"Parallel","End":true,"Catch":[{"ErrorEquals":["Bad"],"ResultPath":"$.e","Next":"Caught"}],
              "Branches":[
                {"StartAt":"Endless","States":{"Endless":{"Type":"Wait","Seconds":3600,"End":true}}},
                {"StartAt":"Break","States":{"Break":{"Type":"Fail","Error":"Bad","Cause":"It broke."}}}]},
              "Caught":{"Type":"Pass","End":true}}}
            """
        );

        execution.Output.ShouldBe("""{"e":{"Error":"Bad","Cause":"It broke."}}""");
        Told(execution)
            .ShouldBe([
                "1<0 ExecutionStarted",
                "2<0 ParallelStateEntered",
                "3<2 ParallelStateStarted",
                "4<3 WaitStateEntered",
                "5<3 FailStateEntered",
                "6<4 WaitStateAborted",
                "7<5 ParallelStateFailed",
                "8<7 ParallelStateExited",
                "9<8 PassStateEntered",
                "10<9 PassStateExited",
                "11<10 ExecutionSucceeded",
            ]);
    }

    [Fact]
    public async Task Parallel_is_retried_as_a_whole()
    {
        var execution = _bench.Start(
            """
            {"StartAt":"P","States":{"P":{"Type":"Parallel","End":true,"Retry":[{"ErrorEquals":["States.ALL"],"MaxAttempts":2}],
              "Branches":[{"StartAt":"Break","States":{"Break":{"Type":"Fail","Error":"Bad"}}}]}}}
            """
        );

        await _bench.Time.PassAsync(TimeSpan.FromSeconds(1));
        await _bench.Time.PassAsync(TimeSpan.FromSeconds(2));
        await execution.Completion.WaitAsync(TestContext.Current.CancellationToken);

        // As Step Functions itself tells it: the state fails once, when no retry is left.
        Told(execution)
            .ShouldBe([
                "1<0 ExecutionStarted",
                "2<0 ParallelStateEntered",
                "3<2 ParallelStateStarted",
                "4<3 FailStateEntered",
                "5<4 ParallelStateStarted",
                "6<5 FailStateEntered",
                "7<6 ParallelStateStarted",
                "8<7 FailStateEntered",
                "9<8 ParallelStateFailed",
                "10<9 ExecutionFailed",
            ]);
    }

    [Fact]
    public async Task Map_runs_its_flow_for_each_item()
    {
        var execution = await _bench.RunOneAsync(
            """
            {"Type":"Map","ItemsPath":"$.list","ItemSelector":{"item.$":"$$.Map.Item.Value","at.$":"$$.Map.Item.Index","of.$":"$.name"},
             "ItemProcessor":{"ProcessorConfig":{"Mode":"INLINE"},"StartAt":"Each","States":{"Each":{"Type":"Pass","Parameters":{"in.$":"$","index.$":"$$.Map.Item.Index"},"End":true}}}}
            """,
            """{"list":["a",2.0],"name":"n"}"""
        );

        execution.Output.ShouldBe(
            """[{"in":{"item":"a","at":0,"of":"n"},"index":0},{"in":{"item":2.0,"at":1,"of":"n"},"index":1}]"""
        );
    }

    [Fact]
    public async Task Map_one_at_a_time_tells_its_iterations_one_after_the_other()
    {
        var execution = await _bench.RunOneAsync(
            """
            {"Type":"Map","MaxConcurrency":1,
             "Iterator":{"StartAt":"Each","States":{"Each":{"Type":"Pass","End":true}}}}
            """,
            "[1,2]"
        );

        execution.Output.ShouldBe("[1,2]");
        Told(execution)
            .ShouldBe([
                "1<0 ExecutionStarted",
                "2<0 MapStateEntered",
                "3<2 MapStateStarted",
                "4<3 MapIterationStarted",
                "5<4 PassStateEntered",
                "6<5 PassStateExited",
                "7<6 MapIterationSucceeded",
                "8<6 MapIterationStarted",
                "9<8 PassStateEntered",
                "10<9 PassStateExited",
                "11<10 MapIterationSucceeded",
                "12<11 MapStateSucceeded",
                "13<11 MapStateExited",
                "14<13 ExecutionSucceeded",
            ]);
    }

    [Fact]
    public async Task Map_over_nothing_yields_nothing() =>
        (
            await _bench.RunOneAsync(
                """{"Type":"Map","ItemProcessor":{"StartAt":"Each","States":{"Each":{"Type":"Pass","End":true}}}}""",
                "[]"
            )
        ).Output.ShouldBe("[]");

    [Fact]
    public async Task Map_fails_with_its_first_failed_iteration()
    {
        var execution = await _bench.RunOneAsync(
            """
            {"Type":"Map","ItemProcessor":{"StartAt":"Sort","States":{
              "Sort":{"Type":"Choice","Choices":[{"Variable":"$","NumericEquals":2,"Next":"Break"}],"Default":"Endless"},
              "Break":{"Type":"Fail","Error":"Two"},"Endless":{"Type":"Wait","Seconds":3600,"End":true}}}}
            """,
            "[1,2,3]"
        );

        execution.Error.ShouldBe("Two");
        StatesBench.TypesOf(execution).Count(type => type == "MapIterationAborted").ShouldBe(2);
        StatesBench.TypesOf(execution).TakeLast(2).ShouldBe(["MapStateFailed", "ExecutionFailed"]);
    }

    [Fact]
    public async Task Map_over_what_is_no_array_fails()
    {
        var execution = await _bench.RunOneAsync(
            """{"Type":"Map","ItemsPath":"$.x","ItemProcessor":{"StartAt":"Each","States":{"Each":{"Type":"Pass","End":true}}}}""",
            """{"x":{}}"""
        );

        execution.Error.ShouldBe("States.Runtime");
        execution.Cause!.ShouldContain("must point to array");
    }

    private static IEnumerable<string> Told(Execution execution) =>
        execution.History.Events.Select(static e => $"{e.Id}<{e.PreviousEventId} {e.Type}");
}

using System.Text.Json.Nodes;
using SonicBridge.Local.StepFunctions.Running;

namespace SonicBridge.Local.Tests.StepFunctions;

public sealed class DataFlowTests
{
    private readonly StatesBench _bench = new();

    [Theory]
    [InlineData("""{"Type":"Pass"}""", """{"a":1.0}""", """{"a":1.0}""")]
    [InlineData("""{"Type":"Pass","Result":{"b":[1]}}""", "{}", """{"b":[1]}""")]
    [InlineData("""{"Type":"Pass","Result":null,"ResultPath":"$.r"}""", """{"a":1}""", """{"a":1,"r":null}""")]
    [InlineData("""{"Type":"Pass","Result":7,"ResultPath":null}""", """{"a":1}""", """{"a":1}""")]
    [InlineData("""{"Type":"Pass","InputPath":"$.a"}""", """{"a":{"b":2}}""", """{"b":2}""")]
    [InlineData(
        """{"Type":"Pass","InputPath":"$.a","ResultPath":"$.c"}""",
        """{"a":{"b":2}}""",
        """{"a":{"b":2},"c":{"b":2}}"""
    )]
    [InlineData("""{"Type":"Pass","InputPath":null}""", """{"a":1}""", "{}")]
    [InlineData("""{"Type":"Pass","OutputPath":null}""", """{"a":1}""", "{}")]
    [InlineData("""{"Type":"Pass","OutputPath":"$.a[0]"}""", """{"a":[5]}""", "5")]
    [InlineData("""{"Type":"Pass","InputPath":"$$.Execution.Input.a"}""", """{"a":[5]}""", "[5]")]
    [InlineData(
        """{"Type":"Pass","Parameters":{"fixed":[{"deep.$":"$.a"}],"name.$":"$$.State.Name","all.$":"$","fn.$":"States.Format('{}-{}', $.a, 'x')"}}""",
        """{"a":1}""",
        """{"fixed":[{"deep":1}],"name":"One","all":{"a":1},"fn":"1-x"}"""
    )]
    [InlineData("""{"Type":"Succeed","InputPath":"$.a","OutputPath":"$.b"}""", """{"a":{"b":2}}""", "2")]
    public async Task Output_is(string state, string input, string output)
    {
        var execution = await _bench.RunOneAsync(state, input);

        execution.Cause.ShouldBeNull();
        execution.Output.ShouldBe(output);
    }

    [Theory]
    [InlineData("""{"Type":"Pass","InputPath":"$.x"}""", "States.Runtime", "Invalid path '$.x'")]
    [InlineData("""{"Type":"Pass","OutputPath":"$.x"}""", "States.Runtime", "Invalid path '$.x'")]
    [InlineData(
        """{"Type":"Pass","Parameters":{"p.$":"$.x"}}""",
        "States.ParameterPathFailure",
        "The JSONPath '$.x' specified for the field 'p.$' could not be found in the input '{\"a\":1}'"
    )]
    [InlineData(
        """{"Type":"Pass","Result":1,"ResultPath":"$.a.b"}""",
        "States.ResultPathMatchFailure",
        "Unable to apply ResultPath '$.a.b'"
    )]
    [InlineData(
        """{"Type":"Pass","Parameters":{"p.$":"States.ArrayLength($.a)"}}""",
        "States.IntrinsicFailure",
        "has to be an array"
    )]
    public async Task Data_that_does_not_fit_fails_the_execution(string state, string error, string cause)
    {
        var execution = await _bench.RunOneAsync(state, """{"a":1}""");

        execution.Status.ShouldBe(ExecutionStatus.Failed);
        execution.Error.ShouldBe(error);
        execution.Cause!.ShouldStartWith(
            "An error occurred while executing the state 'One' (entered at the event id #2)."
        );
        execution.Cause.ShouldContain(cause);
    }

    [Fact]
    public async Task Context_object_tells_of_execution_machine_and_state()
    {
        var execution = await _bench.RunOneAsync("""{"Type":"Pass","Parameters":{"c.$":"$$"}}""", """{"a":1}""");

        var context = JsonNode.Parse(execution.Output!)!["c"]!;
        context
            .ToJsonString()
            .ShouldBe(
                StatesBench.Canonical(
                    $$$"""
                    {"Execution":{"Id":"{{{execution.Arn}}}","Input":{"a":1},"Name":"{{{execution.Name}}}",
                      "RoleArn":"arn:aws:iam::000000000000:role/machine","StartTime":"2026-11-24T09:00:00.000Z","RedriveCount":0},
                     "StateMachine":{"Id":"arn:aws:states:us-east-1:000000000000:stateMachine:machine","Name":"machine"},
                     "State":{"EnteredTime":"2026-11-24T09:00:00.000Z","Name":"One","RetryCount":0}}
                    """
                )
            );
    }

    [Fact]
    public async Task Task_result_is_selected_and_joined_to_the_raw_input()
    {
        _bench.Lambda.On("f", payload => $$"""{"got":{{payload}},"more":1.50}""");

        var execution = await _bench.RunOneAsync(
            """
            {"Type":"Task","Resource":"arn:aws:lambda:us-east-1:000000000000:function:f","InputPath":"$.in",
             "Parameters":{"p.$":"$.x"},"ResultSelector":{"picked.$":"$.got.p","m.$":"$.more"},"ResultPath":"$.out","OutputPath":"$.out"}
            """,
            """{"in":{"x":[1]},"keep":true}"""
        );

        execution.Output.ShouldBe("""{"picked":[1],"m":1.50}""");
    }

    [Fact]
    public async Task Invoke_answers_with_the_payload_in_an_envelope()
    {
        _bench.Lambda.On("f", static payload => payload);

        var execution = await _bench.RunOneAsync(
            """{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f","Payload.$":"$"}}""",
            """{"x":1}"""
        );

        execution.Output.ShouldBe(
            """{"ExecutedVersion":"$LATEST","Payload":{"x":1},"SdkHttpMetadata":{"HttpStatusCode":200},"StatusCode":200}"""
        );
    }

    [Theory]
    [InlineData("""{"Type":"Fail","Error":"E","Cause":"C"}""", "E", "C")]
    [InlineData("""{"Type":"Fail"}""", null, null)]
    [InlineData(
        """{"Type":"Fail","ErrorPath":"$.e","CausePath":"States.Format('because {}', $.n)"}""",
        "Bad",
        "because 4"
    )]
    [InlineData("""{"Type":"Fail","CausePath":"$$.State.Name"}""", null, "One")]
    public async Task Fail_state_ends_the_execution_with_its_error(string state, string? error, string? cause)
    {
        var execution = await _bench.RunOneAsync(state, """{"e":"Bad","n":4}""");

        execution.Status.ShouldBe(ExecutionStatus.Failed);
        execution.Error.ShouldBe(error);
        execution.Cause.ShouldBe(cause);
        StatesBench.TypesOf(execution).ShouldBe(["ExecutionStarted", "FailStateEntered", "ExecutionFailed"]);
    }

    [Theory]
    [InlineData("""{"Type":"Wait","Seconds":90}""", 90)]
    [InlineData("""{"Type":"Wait","SecondsPath":"$.s"}""", 30)]
    [InlineData("""{"Type":"Wait","Timestamp":"2026-11-24T09:10:00Z"}""", 600)]
    [InlineData("""{"Type":"Wait","TimestampPath":"$.t"}""", 5400)]
    [InlineData("""{"Type":"Wait","Timestamp":"2026-11-24T12:00:05+03:00"}""", 5)]
    public async Task Wait_ends_at_its_time(string state, int seconds)
    {
        var execution = _bench.Start(StatesBench.OneState(state), """{"s":30,"t":"2026-11-24T10:30:00Z"}""");

        await _bench.Time.PassAsync(TimeSpan.FromSeconds(seconds));
        await execution.Completion.WaitAsync(TestContext.Current.CancellationToken);

        execution.StopDate.ShouldBe(execution.StartDate + TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    public async Task Wait_for_a_time_gone_by_does_not_wait() =>
        (await _bench.RunOneAsync("""{"Type":"Wait","Timestamp":"2016-03-14T01:59:00Z"}""")).Status.ShouldBe(
            ExecutionStatus.Succeeded
        );

    [Fact]
    public async Task Output_beyond_the_limit_is_a_data_limit_failure()
    {
        var half = new string('x', 140_000);
        var execution = await _bench.RunOneAsync(
            """{"Type":"Pass","Parameters":{"a.$":"$.h","b.$":"$.h"}}""",
            $$"""{"h":"{{half}}"}"""
        );

        execution.Error.ShouldBe("States.DataLimitExceeded");
    }
}

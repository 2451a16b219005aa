using System.Text.Json.Nodes;
using SonicBridge.Local.StepFunctions.History;

namespace SonicBridge.Local.Tests.StepFunctions;

public sealed class HistoryTests
{
    private readonly StatesBench _bench = new();

    [Fact]
    public async Task Export_is_what_get_execution_history_answers()
    {
        _bench.Lambda.OnFailing("f", ["E"], "7");
        var execution = _bench.Start(
            StatesBench.OneState(
                """
                {"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f","Payload":"p"},
                 "TimeoutSeconds":60,"OutputPath":"$.Payload","Retry":[{"ErrorEquals":["E"],"IntervalSeconds":2}]}
                """
            ),
            """{"a":1}"""
        );
        await _bench.Time.PassAsync(TimeSpan.FromSeconds(2));
        await execution.Completion.WaitAsync(TestContext.Current.CancellationToken);

        var told = JsonNode.Parse(HistoryJson.Export(execution.History.Events))!["events"]!.AsArray();

        told.Select(static e => e!.ToJsonString(s_readable))
            .ShouldBe([
                """{"timestamp":1795510800,"type":"ExecutionStarted","id":1,"previousEventId":0,"executionStartedEventDetails":{"input":"{\"a\":1}","roleArn":"arn:aws:iam::000000000000:role/machine","inputDetails":{"truncated":false}}}""",
                """{"timestamp":1795510800,"type":"TaskStateEntered","id":2,"previousEventId":0,"stateEnteredEventDetails":{"input":"{\"a\":1}","name":"One","inputDetails":{"truncated":false}}}""",
                """{"timestamp":1795510800,"type":"TaskScheduled","id":3,"previousEventId":2,"taskScheduledEventDetails":{"resourceType":"lambda","resource":"invoke","region":"us-east-1","parameters":"{\"FunctionName\":\"f\",\"Payload\":\"p\"}","timeoutInSeconds":60}}""",
                """{"timestamp":1795510800,"type":"TaskStarted","id":4,"previousEventId":3,"taskStartedEventDetails":{"resourceType":"lambda","resource":"invoke"}}""",
                """{"timestamp":1795510800,"type":"TaskFailed","id":5,"previousEventId":4,"taskFailedEventDetails":{"resourceType":"lambda","resource":"invoke","error":"E","cause":"{\"errorType\":\"E\",\"errorMessage\":\"It broke.\"}"}}""",
                """{"timestamp":1795510802,"type":"TaskScheduled","id":6,"previousEventId":5,"taskScheduledEventDetails":{"resourceType":"lambda","resource":"invoke","region":"us-east-1","parameters":"{\"FunctionName\":\"f\",\"Payload\":\"p\"}","timeoutInSeconds":60}}""",
                """{"timestamp":1795510802,"type":"TaskStarted","id":7,"previousEventId":6,"taskStartedEventDetails":{"resourceType":"lambda","resource":"invoke"}}""",
                """{"timestamp":1795510802,"type":"TaskSucceeded","id":8,"previousEventId":7,"taskSucceededEventDetails":{"resourceType":"lambda","resource":"invoke","output":"{\"ExecutedVersion\":\"$LATEST\",\"Payload\":7,\"SdkHttpMetadata\":{\"HttpStatusCode\":200},\"StatusCode\":200}","outputDetails":{"truncated":false}}}""",
                """{"timestamp":1795510802,"type":"TaskStateExited","id":9,"previousEventId":8,"stateExitedEventDetails":{"name":"One","output":"7","outputDetails":{"truncated":false}}}""",
                """{"timestamp":1795510802,"type":"ExecutionSucceeded","id":10,"previousEventId":9,"executionSucceededEventDetails":{"output":"7","outputDetails":{"truncated":false}}}""",
            ]);
    }

    [Fact]
    public async Task Function_called_by_its_arn_has_its_own_events()
    {
        _bench.Lambda.On("f", static _ => "1");

        var execution = await _bench.RunOneAsync(
            """{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:000000000000:function:f"}"""
        );

        StatesBench
            .TypesOf(execution)
            .ShouldBe([
                "ExecutionStarted",
                "TaskStateEntered",
                "LambdaFunctionScheduled",
                "LambdaFunctionStarted",
                "LambdaFunctionSucceeded",
                "TaskStateExited",
                "ExecutionSucceeded",
            ]);
    }

    [Fact]
    public async Task Watcher_sees_states_as_they_are_entered_left_and_failed()
    {
        using var watching = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var changes = _bench.Machines.WatchAsync(watching.Token);
        await _bench.RunAsync(
            """{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Fail","Error":"E","Cause":"C"}}}"""
        );
        await watching.CancelAsync();

        var seen = new List<string>();
        await foreach (var change in changes)
        {
            seen.Add($"{change.State} {change.Kind} {change.Error}".Trim());
        }

        seen.ShouldBe(["Entered", "A Entered", "A Exited", "B Entered", "Failed E"]);
    }

    private static readonly System.Text.Json.JsonSerializerOptions s_readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}

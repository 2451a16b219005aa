using System.Text.Json;
using Amazon.StandIns;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Wire;

/// <summary>The members of what is answered, by their wire names.</summary>
internal static class Answers
{
    public static StartExecutionResponse StartExecutionResponseOf(JsonElement json) =>
        new() { ExecutionArn = json.Text("executionArn"), StartDate = json.Time("startDate") };

    public static DescribeExecutionResponse DescribeExecutionResponseOf(JsonElement json) =>
        new()
        {
            Cause = json.Text("cause"),
            Error = json.Text("error"),
            ExecutionArn = json.Text("executionArn"),
            Input = json.Text("input"),
            InputDetails = json.Object("inputDetails", CloudWatchEventsExecutionDataDetailsOf),
            MapRunArn = json.Text("mapRunArn"),
            Name = json.Text("name"),
            Output = json.Text("output"),
            OutputDetails = json.Object("outputDetails", CloudWatchEventsExecutionDataDetailsOf),
            RedriveCount = json.Number("redriveCount"),
            RedriveDate = json.Time("redriveDate"),
            RedriveStatus = json.Text("redriveStatus"),
            RedriveStatusReason = json.Text("redriveStatusReason"),
            StartDate = json.Time("startDate"),
            StateMachineAliasArn = json.Text("stateMachineAliasArn"),
            StateMachineArn = json.Text("stateMachineArn"),
            StateMachineVersionArn = json.Text("stateMachineVersionArn"),
            Status = json.Text("status"),
            StopDate = json.Time("stopDate"),
            TraceHeader = json.Text("traceHeader"),
        };

    public static ListExecutionsResponse ListExecutionsResponseOf(JsonElement json) =>
        new() { Executions = json.List("executions", ExecutionListItemOf), NextToken = json.Text("nextToken") };

    public static GetExecutionHistoryResponse GetExecutionHistoryResponseOf(JsonElement json) =>
        new() { Events = json.List("events", HistoryEventOf), NextToken = json.Text("nextToken") };

    public static CloudWatchEventsExecutionDataDetails CloudWatchEventsExecutionDataDetailsOf(JsonElement json) =>
        new() { Included = json.Flag("included") };

    private static ExecutionListItem ExecutionListItemOf(JsonElement json) =>
        new()
        {
            ExecutionArn = json.Text("executionArn"),
            ItemCount = json.Number("itemCount"),
            MapRunArn = json.Text("mapRunArn"),
            Name = json.Text("name"),
            RedriveCount = json.Number("redriveCount"),
            RedriveDate = json.Time("redriveDate"),
            StartDate = json.Time("startDate"),
            StateMachineAliasArn = json.Text("stateMachineAliasArn"),
            StateMachineArn = json.Text("stateMachineArn"),
            StateMachineVersionArn = json.Text("stateMachineVersionArn"),
            Status = json.Text("status"),
            StopDate = json.Time("stopDate"),
        };

    private static HistoryEvent HistoryEventOf(JsonElement json) =>
        new()
        {
            Id = json.Long("id"),
            PreviousEventId = json.Long("previousEventId"),
            StateEnteredEventDetails = json.Object("stateEnteredEventDetails", StateEnteredEventDetailsOf),
            StateExitedEventDetails = json.Object("stateExitedEventDetails", StateExitedEventDetailsOf),
            TaskFailedEventDetails = json.Object("taskFailedEventDetails", TaskFailedEventDetailsOf),
            TaskSucceededEventDetails = json.Object("taskSucceededEventDetails", TaskSucceededEventDetailsOf),
            Timestamp = json.Time("timestamp"),
            Type = json.Text("type"),
        };

    private static StateEnteredEventDetails StateEnteredEventDetailsOf(JsonElement json) =>
        new() { Input = json.Text("input"), Name = json.Text("name") };

    private static StateExitedEventDetails StateExitedEventDetailsOf(JsonElement json) =>
        new() { Name = json.Text("name"), Output = json.Text("output") };

    private static TaskFailedEventDetails TaskFailedEventDetailsOf(JsonElement json) =>
        new()
        {
            Cause = json.Text("cause"),
            Error = json.Text("error"),
            Resource = json.Text("resource"),
            ResourceType = json.Text("resourceType"),
        };

    private static TaskSucceededEventDetails TaskSucceededEventDetailsOf(JsonElement json) =>
        new()
        {
            Output = json.Text("output"),
            Resource = json.Text("resource"),
            ResourceType = json.Text("resourceType"),
        };
}

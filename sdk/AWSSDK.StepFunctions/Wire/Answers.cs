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

    public static CloudWatchEventsExecutionDataDetails CloudWatchEventsExecutionDataDetailsOf(JsonElement json) =>
        new() { Included = json.Flag("included") };
}

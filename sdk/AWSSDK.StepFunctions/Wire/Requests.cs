using System.Text.Json;
using Amazon.StandIns;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Wire;

/// <summary>The members of what is sent, under their wire names.</summary>
internal static class Requests
{
    public static void Write(Utf8JsonWriter json, StartExecutionRequest value)
    {
        json.Text("input", value.Input);
        json.Text("name", value.Name);
        json.Text("stateMachineArn", value.StateMachineArn);
        json.Text("traceHeader", value.TraceHeader);
    }

    public static void Write(Utf8JsonWriter json, DescribeExecutionRequest value)
    {
        json.Text("executionArn", value.ExecutionArn);
        json.Text("includedData", value.IncludedData);
    }

    public static void Write(Utf8JsonWriter json, ListExecutionsRequest value)
    {
        json.Text("mapRunArn", value.MapRunArn);
        json.Number("maxResults", value.MaxResults);
        json.Text("nextToken", value.NextToken);
        json.Text("redriveFilter", value.RedriveFilter);
        json.Text("stateMachineArn", value.StateMachineArn);
        json.Text("statusFilter", value.StatusFilter);
    }

    public static void Write(Utf8JsonWriter json, GetExecutionHistoryRequest value)
    {
        json.Text("executionArn", value.ExecutionArn);
        json.Flag("includeExecutionData", value.IncludeExecutionData);
        json.Number("maxResults", value.MaxResults);
        json.Text("nextToken", value.NextToken);
        json.Flag("reverseOrder", value.ReverseOrder);
    }

    public static void Write(Utf8JsonWriter json, SendTaskSuccessRequest value)
    {
        json.Text("output", value.Output);
        json.Text("taskToken", value.TaskToken);
    }

    public static void Write(Utf8JsonWriter json, SendTaskFailureRequest value)
    {
        json.Text("cause", value.Cause);
        json.Text("error", value.Error);
        json.Text("taskToken", value.TaskToken);
    }

    public static void Write(Utf8JsonWriter json, SendTaskHeartbeatRequest value)
    {
        json.Text("taskToken", value.TaskToken);
    }
}

using System.Text.Json.Nodes;
using SonicBridge.Local.StepFunctions.History;
using SonicBridge.Local.StepFunctions.Running;

namespace SonicBridge.Local.StepFunctions.Service;

/// <summary>The operations on executions.</summary>
internal sealed class ExecutionOperations(StateMachines machines)
{
    private const int LongestError = 256;
    private const int LongestCause = 32_768;
    private static readonly string[] s_statuses =
    [
        .. Enum.GetValues<ExecutionStatus>().Select(static status => status.OnTheWire()),
        "PENDING_REDRIVE",
    ];

    public JsonObject Start(ApiRequest request)
    {
        var arn = request.RequiredArn("stateMachineArn");
        var execution = machines.Start(arn, request.Text("name"), request.Text("input") ?? "{}");
        return new JsonObject { ["executionArn"] = execution.Arn, ["startDate"] = WireTime.Write(execution.StartDate) };
    }

    public JsonObject Describe(ApiRequest request)
    {
        var execution = machines.FindExecution(request.RequiredArn("executionArn"));
        var description = Common(execution);
        description["input"] = execution.Input;
        description["inputDetails"] = new JsonObject { ["included"] = true };
        if (execution.Output is { } output)
        {
            description["output"] = output;
            description["outputDetails"] = new JsonObject { ["included"] = true };
        }

        if (execution.Error is { } error)
        {
            description["error"] = error;
        }

        if (execution.Cause is { } cause)
        {
            description["cause"] = cause;
        }

        description["redriveStatus"] = "NOT_REDRIVABLE";
        description["redriveStatusReason"] = $"Execution is {execution.Status.OnTheWire()} and cannot be redriven";
        return description;
    }

    public JsonObject List(ApiRequest request)
    {
        var machine = machines.Find(request.RequiredArn("stateMachineArn"));
        var status = request.Text("statusFilter");
        if (status is not null && !s_statuses.Contains(status, StringComparer.Ordinal))
        {
            throw ApiRequest.Invalid(
                $"Value '{status}' at 'statusFilter' failed to satisfy constraint: Member must satisfy enum value set: [{string.Join(", ", s_statuses)}]"
            );
        }

        var listed = machines
            .Executions.Where(execution => execution.Machine.Arn == machine.Arn)
            .Where(execution => status is null || execution.Status.OnTheWire() == status)
            .OrderByDescending(static execution => execution.StartDate)
            .ToList();
        return request.Page("executions", listed, Common);
    }

    public JsonObject GetHistory(ApiRequest request)
    {
        var events = machines.FindExecution(request.RequiredArn("executionArn")).History.Events;
        var withData = request.Flag("includeExecutionData", otherwise: true);
        var ordered = request.Flag("reverseOrder", otherwise: false) ? [.. events.Reverse()] : events;
        return request.Page("events", ordered, happened => HistoryJson.Write(happened, withData));
    }

    public JsonObject Stop(ApiRequest request)
    {
        var execution = machines.Stop(
            request.RequiredArn("executionArn"),
            request.Text("error", LongestError),
            request.Text("cause", LongestCause)
        );
        return new JsonObject { ["stopDate"] = WireTime.Write(execution.StopDate!.Value) };
    }

    private static JsonObject Common(Execution execution)
    {
        var description = new JsonObject
        {
            ["executionArn"] = execution.Arn,
            ["stateMachineArn"] = execution.Machine.Arn,
            ["name"] = execution.Name,
            ["status"] = execution.Status.OnTheWire(),
            ["startDate"] = WireTime.Write(execution.StartDate),
            ["redriveCount"] = 0,
        };
        if (execution.StopDate is { } stopped)
        {
            description["stopDate"] = WireTime.Write(stopped);
        }

        return description;
    }
}

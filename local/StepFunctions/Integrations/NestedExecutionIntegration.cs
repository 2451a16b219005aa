using System.Text.Json.Nodes;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.StepFunctions.Data;
using SonicBridge.Local.StepFunctions.Running;

namespace SonicBridge.Local.StepFunctions.Integrations;

/// <summary>Starts an execution of another state machine, and with <c>.sync</c> or <c>.sync:2</c> waits for its end.</summary>
internal sealed class NestedExecutionIntegration(StateMachines machines) : ITaskIntegration
{
    private static readonly string[] s_parameters = ["StateMachineArn", "Name", "Input"];

    public bool Serves(TaskResource resource) => resource is { Service: "states", Action: "startExecution" };

    public string? Refusal(TaskResource resource, PayloadTemplate? parameters)
    {
        var names = parameters?.Names.ToList() ?? [];
        return names.Find(static name => !s_parameters.Contains(name, StringComparer.Ordinal)) is { } unknown
                ? $"'{unknown}' is not supported of states:startExecution; {string.Join(", ", s_parameters)} are."
            : parameters is null || names.Contains("StateMachineArn", StringComparer.Ordinal) ? null
            : "'StateMachineArn' is missing.";
    }

    public async Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var execution = Start(call.Parameters as JsonObject ?? []);
        var started = new JsonObject
        {
            ["ExecutionArn"] = execution.Arn,
            ["StartDate"] = execution.StartDate.ToUnixTimeMilliseconds(),
        };
        if (call.Resource.Pattern is not (IntegrationPattern.Sync or IntegrationPattern.SyncAsJson))
        {
            return started;
        }

        call.Submitted(started);
        try
        {
            await execution.Completion.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            execution.Abort("StepFunctions.ParentStopped", "The state that waited for this execution was stopped.");
            throw;
        }

        var description = Describe(execution, asJson: call.Resource.Pattern == IntegrationPattern.SyncAsJson);
        return execution.Status == ExecutionStatus.Succeeded
            ? description
            : throw new StateFailedException(ErrorNames.TaskFailed, JsonText.Write(description));
    }

    private Execution Start(JsonObject parameters)
    {
        try
        {
            var arn = Text(parameters["StateMachineArn"]) ?? "";
            var input = parameters.TryGetPropertyValue("Input", out var given)
                ? Text(given) ?? JsonText.Write(given)
                : "{}";
            return machines.Start(arn, Text(parameters["Name"]), input);
        }
        catch (AwsException e)
        {
            throw new StateFailedException(
                $"StepFunctions.{e.Code}Exception",
                $"{e.Message} (Service: AWSStepFunctions)"
            );
        }
    }

    private static string? Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static JsonObject Describe(Execution execution, bool asJson)
    {
        var description = new JsonObject
        {
            ["ExecutionArn"] = execution.Arn,
            ["Input"] = Data(execution.Input),
            ["InputDetails"] = new JsonObject { ["Included"] = true },
            ["Name"] = execution.Name,
            ["StartDate"] = execution.StartDate.ToUnixTimeMilliseconds(),
            ["StateMachineArn"] = execution.Machine.Arn,
            ["Status"] = execution.Status.OnTheWire(),
            ["StopDate"] = execution.StopDate?.ToUnixTimeMilliseconds(),
        };
        if (execution.Output is { } output)
        {
            description["Output"] = Data(output);
            description["OutputDetails"] = new JsonObject { ["Included"] = true };
        }

        if (execution.Error is { } error)
        {
            description["Error"] = error;
        }

        if (execution.Cause is { } cause)
        {
            description["Cause"] = cause;
        }

        return description;

        JsonNode? Data(string text) => asJson ? JsonText.Parse(text) : text;
    }
}

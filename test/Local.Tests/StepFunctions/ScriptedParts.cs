using System.Text.Json;
using System.Text.Json.Nodes;
using SonicBridge.Local.StepFunctions.Data;
using SonicBridge.Local.StepFunctions.Integrations;
using SonicBridge.Local.StepFunctions.Running;

namespace SonicBridge.Local.Tests.StepFunctions;

/// <summary>State machines that another one starts, each scripted like a function of its name.</summary>
internal sealed class ScriptedParts(ScriptedFunctions scripts) : ITaskIntegration
{
    public bool Serves(TaskResource resource) => resource is { Service: "states", Action: "startExecution" };

    public string? Refusal(TaskResource resource, PayloadTemplate? parameters) => null;

    public async Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var machine = call.Parameters!["StateMachineArn"]!.GetValue<string>();
        var answer = await scripts.InvokeAsync(machine, "{}"u8.ToArray(), cancellationToken);
        return answer.FunctionError is null
            ? JsonNode.Parse(answer.Payload.Span)
            : throw new StateFailedException(
                JsonSerializer.Deserialize<JsonObject>(answer.Payload.Span)!["errorType"]!.GetValue<string>(),
                System.Text.Encoding.UTF8.GetString(answer.Payload.Span)
            );
    }
}

using System.Text.Json.Nodes;
using SonicBridge.Local.StepFunctions.Data;
using SonicBridge.Local.StepFunctions.History;
using SonicBridge.Local.StepFunctions.Integrations;

namespace SonicBridge.Local.StepFunctions.Running;

/// <summary>The events of one try of a task: a function called by its ARN has its own names for them.</summary>
internal sealed class TaskEvents(HistoryThread thread, TaskResource resource, string region)
{
    private readonly string _prefix = resource.IsFunction ? "LambdaFunction" : "Task";

    public void Scheduled(JsonNode? parameters, TimeSpan? timeout, TimeSpan? heartbeat)
    {
        var details = Named();
        if (resource.IsFunction)
        {
            details["resource"] = resource.Arn;
            details["input"] = JsonText.Write(parameters);
        }
        else
        {
            details["region"] = region;
            details["parameters"] = JsonText.Write(parameters);
        }

        Seconds(details, "timeoutInSeconds", timeout);
        Seconds(details, "heartbeatInSeconds", resource.IsFunction ? null : heartbeat);
        thread.Add($"{_prefix}Scheduled", details);
    }

    public void Started() => thread.Add($"{_prefix}Started", resource.IsFunction ? null : Named());

    public void Submitted(JsonNode? output) => thread.Add("TaskSubmitted", WithOutput(output));

    public void Succeeded(JsonNode? output) => thread.Add($"{_prefix}Succeeded", WithOutput(output));

    public void Failed(StateFailedException failure) =>
        thread.Add($"{_prefix}Failed", ErrorDetails.AddTo(Named(), failure.Error, failure.Cause));

    public void TimedOut() => thread.Add($"{_prefix}TimedOut", ErrorDetails.AddTo(Named(), ErrorNames.Timeout, null));

    private JsonObject WithOutput(JsonNode? output)
    {
        var details = Named();
        details["output"] = JsonText.Write(output);
        return details;
    }

    private JsonObject Named() =>
        resource.IsFunction
            ? []
            : new JsonObject { ["resourceType"] = resource.Service, ["resource"] = resource.Resource };

    private static void Seconds(JsonObject details, string name, TimeSpan? value)
    {
        if (value is { } span)
        {
            details[name] = (long)span.TotalSeconds;
        }
    }
}

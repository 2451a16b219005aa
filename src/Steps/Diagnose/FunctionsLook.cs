using Amazon.Lambda;
using Amazon.Lambda.Model;

namespace SonicBridge.Steps.Diagnose;

/// <summary>Reads whether the functions of a call can be invoked, and point at what is deployed.</summary>
internal sealed class FunctionsLook(IAmazonLambda lambda, DiagnosedPlace place)
{
    // By name: each of them leads to the call's state machine, which leads here, and a template may not go in circles.
    public static IReadOnlyList<string> Names { get; } =
        ["invoke-ecs-ec2-task", "launch-bridge", "next-prompt", "bridge-stopped", "record-outcome"];

    public async Task<IReadOnlyList<FunctionState>> ReadAsync() => await Task.WhenAll(Names.Select(ReadAsync));

    private async Task<FunctionState> ReadAsync(string name)
    {
        GetFunctionConfigurationResponse found;
        try
        {
            found = await lambda.GetFunctionConfigurationAsync(
                new GetFunctionConfigurationRequest { FunctionName = name }
            );
        }
        catch (ResourceNotFoundException)
        {
            return new FunctionState(name, null, null, null);
        }

        // Inactive: it was not invoked for weeks, and the next invocation wakes it.
        var state =
            found.LastUpdateStatus == LastUpdateStatus.Failed ? "Failed"
            : found.LastUpdateStatus == LastUpdateStatus.InProgress ? "Pending"
            : found.State?.Value ?? "Active";
        return new FunctionState(
            name,
            state,
            found.StateReason ?? found.LastUpdateStatusReason,
            Mismatch(name, found.Environment?.Variables ?? [])
        );
    }

    private string? Mismatch(string name, Dictionary<string, string> variables)
    {
        (string Variable, string Expected)[] expected = name switch
        {
            "launch-bridge" =>
            [
                ("ECS_CLUSTER_NAME", place.Bridges.Cluster),
                ("ECS_TASK_DEFINITION", place.Bridges.TaskDefinition),
            ],
            "invoke-ecs-ec2-task" => [("CALL_STATE_MACHINE_ARN", place.StateMachine), ("CALL_BUCKET", place.Bucket)],
            "next-prompt" => [("CALL_BUCKET", place.Bucket)],
            _ => [],
        };
        return expected
            .Where(one => variables.GetValueOrDefault(one.Variable) is { Length: > 0 } value && value != one.Expected)
            .Select(one => $"It has {one.Variable}={variables[one.Variable]}, and {one.Expected} is deployed.")
            .FirstOrDefault();
    }
}

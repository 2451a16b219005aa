using System.Globalization;
using System.Text.Json;

namespace SonicBridge.Steps.Call;

/// <summary>
/// What EventBridge's <c>ECS Task State Change</c> tells of a stopped bridge. Every field may be missing.
/// </summary>
internal sealed record StoppedTask
{
    private const string Container = "bridge";

    /// <summary>The call's folder, by the task's overrides; null for a task that carries no call.</summary>
    public string? Folder { get; init; }

    /// <summary>Which of the call's bridges it was.</summary>
    public int? Generation { get; init; }

    public string? TaskArn { get; init; }

    /// <summary>Such as <c>RUNNING</c> or <c>STOPPED</c>.</summary>
    public string? LastStatus { get; init; }

    /// <summary>Such as <c>EssentialContainerExited</c>.</summary>
    public string? StopCode { get; init; }

    /// <summary>ECS's words for it.</summary>
    public string? StoppedReason { get; init; }

    /// <summary>Null when the container never ran.</summary>
    public int? ExitCode { get; init; }

    /// <summary>ECS's words for what befell the container.</summary>
    public string? ContainerReason { get; init; }

    public static StoppedTask Read(JsonElement input)
    {
        var detail = input.At("detail");
        var container = Named(detail.At("containers"));
        var environment = Named(detail.At("overrides", "containerOverrides")).At("environment");
        return new StoppedTask
        {
            Folder = Variable(environment, "CALL_FOLDER"),
            Generation = int.TryParse(
                Variable(environment, "BRIDGE_GENERATION"),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var generation
            )
                ? generation
                : null,
            TaskArn = detail.TextAt("taskArn"),
            LastStatus = detail.TextAt("lastStatus"),
            StopCode = detail.TextAt("stopCode"),
            StoppedReason = detail.TextAt("stoppedReason"),
            ExitCode =
                container.At("exitCode") is { ValueKind: JsonValueKind.Number } code && code.TryGetInt32(out var number)
                    ? number
                    : null,
            ContainerReason = container.TextAt("reason"),
        };
    }

    private static JsonElement Named(JsonElement containers) =>
        containers.Items().FirstOrDefault(container => container.TextAt("name") == Container);

    private static string? Variable(JsonElement environment, string name) =>
        environment.Items().FirstOrDefault(variable => variable.TextAt("name") == name).TextAt("value");
}

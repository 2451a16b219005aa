using SonicBridge.Steps.Call;

namespace SonicBridge.Steps.Diagnose;

/// <summary>A bridge that has stopped, as ECS describes its task.</summary>
internal static class BridgeStop
{
    private const string Container = "bridge";

    /// <summary>What StopCause explains.</summary>
    public static StoppedTask Of(Amazon.ECS.Model.Task task)
    {
        var container = (task.Containers ?? []).Find(one => one.Name == Container);
        return new StoppedTask
        {
            TaskArn = task.TaskArn,
            LastStatus = task.LastStatus,
            StopCode = task.StopCode?.Value,
            StoppedReason = task.StoppedReason,
            ExitCode = container?.ExitCode,
            ContainerReason = container?.Reason,
        };
    }

    /// <summary>Whether it has stopped, and not because its call was over.</summary>
    public static bool IsLoss(Amazon.ECS.Model.Task task) =>
        task.LastStatus == "STOPPED" && Of(task) is not { ExitCode: 0 };

    /// <summary>The end of an ARN, by which consoles name a task.</summary>
    public static string IdOf(Amazon.ECS.Model.Task task) => task.TaskArn[(task.TaskArn.LastIndexOf('/') + 1)..];

    /// <summary>ECS's own words.</summary>
    public static string WordsOf(StoppedTask stop) =>
        string.Join(
            ", ",
            new[]
            {
                stop.StopCode,
                stop.ExitCode is { } code ? $"exit code {code}" : null,
                stop.StoppedReason,
                stop.ContainerReason,
            }
                .Where(words => !string.IsNullOrWhiteSpace(words))
                .Distinct()
        );
}

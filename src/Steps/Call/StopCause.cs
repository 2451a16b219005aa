namespace SonicBridge.Steps.Call;

/// <summary>Says in a sentence why a bridge stopped, and what to do about it.</summary>
internal static class StopCause
{
    private const int LongestQuote = 500;

    /// <summary>The sentence, and ECS's own words after it.</summary>
    public static string Explain(StoppedTask task)
    {
        var words = new[] { task.StoppedReason, task.ContainerReason }
            .Where(text => !string.IsNullOrWhiteSpace(text))
            .Select(text => text!.Length > LongestQuote ? $"{text[..LongestQuote]}…" : text)
            .Distinct()
            .ToList();
        return words.Count == 0 ? Sentence(task) : $"{Sentence(task)} ECS says: {string.Join(" | ", words)}";
    }

    /// <summary>The sentence in two halves.</summary>
    public static StopReason Of(StoppedTask task) =>
        task switch
        {
            _ when Says(task, "OutOfMemory") => new(
                "The bridge used more memory than its task definition allows and was killed",
                "raise the container's memory"
            ),
            { StopCode: "SpotInterruption" } => new(
                "EC2 took back the Spot instance under the bridge",
                "calls want On-Demand instances"
            ),
            { StopCode: "TerminationNotice" } => s_lostInstance,
            _ when Says(task, "Host EC2") => s_lostInstance,
            _ when Says(task, "CannotPullContainer") => new(
                "ECS could not pull the bridge's image",
                "check the image's name, the execution role, and the way from the instance to the registry"
            ),
            _ when Says(task, "ResourceInitializationError") => new(
                "ECS could not set up what the bridge's task needs, such as its log group",
                "check the execution role"
            ),
            _ when Says(task, "CannotCreateContainer") || Says(task, "CannotStartContainer") => new(
                "Docker could not start the bridge's container",
                "check the task definition"
            ),
            _ when Says(task, "RESOURCE:")
                    || Says(task, "EMPTY CAPACITY PROVIDER")
                    || Says(task, "NO ACTIVE INSTANCES") => new(
                "The cluster had no instance with room for the bridge",
                "raise the capacity provider's limits or lower its target capacity"
            ),
            { StopCode: "TaskFailedToStart" } => new("ECS could not start the bridge's task"),
            { StopCode: "UserInitiated" } => new("Somebody stopped the bridge's task"),
            { ExitCode: 0 } => new("The bridge exited without reporting how the call ended"),
            { ExitCode: 134 } => new("The bridge aborted itself (exit code 134)", "its log has the reason"),
            { ExitCode: 137 } => new(
                "The bridge was killed (exit code 137), by hand, by Docker, or for want of memory",
                "the kernel's log of the instance tells of want of memory"
            ),
            { ExitCode: 139 } => new("The bridge crashed with a segmentation fault (exit code 139)"),
            { ExitCode: 143 } => new(
                "The bridge was told to stop (exit code 143) and did not end the call in time"
            ),
            { ExitCode: { } code } => new($"The bridge failed with exit code {code}", "its log has the reason"),
            _ => new("The bridge's task has stopped"),
        };

    private static readonly StopReason s_lostInstance = new(
        "The EC2 instance under the bridge was stopped or terminated"
    );

    private static string Sentence(StoppedTask task)
    {
        var (what, further) = Of(task);
        return further is null ? $"{what}." : $"{what}: {further}.";
    }

    // ECS's wording changes, its first words hardly do.
    private static bool Says(StoppedTask task, string words) =>
        task.StoppedReason?.Contains(words, StringComparison.OrdinalIgnoreCase) is true
        || task.ContainerReason?.Contains(words, StringComparison.OrdinalIgnoreCase) is true;
}

/// <summary>Why a bridge stopped.</summary>
/// <param name="What">The beginning of a sentence.</param>
/// <param name="Further">Its end: what to do or where to look, or null.</param>
internal readonly record struct StopReason(string What, string? Further = null);

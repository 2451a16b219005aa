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

    private static string Sentence(StoppedTask task) =>
        task switch
        {
            _ when Says(task, "OutOfMemory") =>
                "The bridge used more memory than its task definition allows and was killed: raise the container's memory.",
            { StopCode: "SpotInterruption" } =>
                "EC2 took back the Spot instance under the bridge: calls want On-Demand instances.",
            { StopCode: "TerminationNotice" } => LostInstance,
            _ when Says(task, "Host EC2") => LostInstance,
            _ when Says(task, "CannotPullContainer") =>
                "ECS could not pull the bridge's image: check the image's name, the execution role, and the way from the instance to the registry.",
            _ when Says(task, "ResourceInitializationError") =>
                "ECS could not set up what the bridge's task needs, such as its log group: check the execution role.",
            _ when Says(task, "CannotCreateContainer") || Says(task, "CannotStartContainer") =>
                "Docker could not start the bridge's container: check the task definition.",
            _ when Says(task, "RESOURCE:")
                    || Says(task, "EMPTY CAPACITY PROVIDER")
                    || Says(task, "NO ACTIVE INSTANCES") =>
                "The cluster had no instance with room for the bridge: raise the capacity provider's limits or lower its target capacity.",
            { StopCode: "TaskFailedToStart" } => "ECS could not start the bridge's task.",
            { StopCode: "UserInitiated" } => "Somebody stopped the bridge's task.",
            { ExitCode: 0 } => "The bridge exited without reporting how the call ended.",
            { ExitCode: 134 } => "The bridge aborted itself (exit code 134): its log has the reason.",
            { ExitCode: 137 } => "The bridge was killed (exit code 137): by hand, by Docker, or for want of memory.",
            { ExitCode: 139 } => "The bridge crashed with a segmentation fault (exit code 139).",
            { ExitCode: 143 } => "The bridge was told to stop (exit code 143) and did not end the call in time.",
            { ExitCode: { } code } => $"The bridge failed with exit code {code}: its log has the reason.",
            _ => "The bridge's task has stopped.",
        };

    private const string LostInstance = "The EC2 instance under the bridge was stopped or terminated.";

    // ECS's wording changes, its first words hardly do.
    private static bool Says(StoppedTask task, string words) =>
        task.StoppedReason?.Contains(words, StringComparison.OrdinalIgnoreCase) is true
        || task.ContainerReason?.Contains(words, StringComparison.OrdinalIgnoreCase) is true;
}

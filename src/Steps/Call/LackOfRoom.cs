using Amazon.ECS;
using Amazon.ECS.Model;

namespace SonicBridge.Steps.Call;

/// <summary>Tells what passes by itself, once a call ends or the cluster has grown, from what an engineer has to mend.</summary>
internal static class LackOfRoom
{
    // "Amazon ECS API failure reasons" in the developer guide; AGENT is an agent that is not connected just now.
    private static readonly string[] s_reasons =
    [
        "RESOURCE:",
        "AGENT",
        "NO ACTIVE INSTANCES",
        "EMPTY CAPACITY PROVIDER",
    ];

    /// <summary>Whether a failure that RunTask reported is a lack of room.</summary>
    public static bool Is(Failure failure) =>
        Array.Exists(
            s_reasons,
            reason => failure.Reason?.StartsWith(reason, StringComparison.OrdinalIgnoreCase) is true
        );

    /// <summary>Whether an error that RunTask answered with is: no instance yet, a quota of tasks, too many requests.</summary>
    public static bool Is(AmazonECSException error) =>
        error is ServerException
        || (int)error.StatusCode is 429 or >= 500
        || error.ErrorCode?.Contains("Throttl", StringComparison.OrdinalIgnoreCase) is true
        || error.Message.Contains("No Container Instances were found", StringComparison.OrdinalIgnoreCase)
        || (error is ClientException && error.Message.Contains("limit", StringComparison.OrdinalIgnoreCase));
}

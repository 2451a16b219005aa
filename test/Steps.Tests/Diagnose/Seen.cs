using Amazon.ECS;
using Amazon.ECS.Model;
using SonicBridge.Contracts;
using SonicBridge.Steps.Diagnose;
using SonicBridge.Steps.Tests.Call;
using SonicBridge.Steps.Verify;
using EcsTask = Amazon.ECS.Model.Task;

namespace SonicBridge.Steps.Tests.Diagnose;

/// <summary>What a diagnosis may have seen.</summary>
internal static class Seen
{
    public const string TaskId = "0123456789abcdef0123456789abcdef";
    public const string TaskArn = $"arn:aws:ecs:us-east-1:111122223333:task/nova-sonic-ecs-cluster/{TaskId}";

    public static DateTimeOffset Now { get; } = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A deployment with which nothing is wrong.</summary>
    public static Evidence Well { get; } =
        new()
        {
            At = Now,
            Cluster = new ClusterState("nova-sonic-ecs-cluster", new Room(2, 2, 4, null), null),
            Functions = [new FunctionState("launch-bridge", "Active", null, null)],
            Standby = [new StandbyTarget("i-0:32768", "healthy", null, null)],
            Calls = new RecentCalls(12, []),
        };

    /// <summary>A call that is over, and all was well.</summary>
    public static Evidence WellCall { get; } =
        Well with
        {
            Contact = ACall.ContactId,
            Calls = null,
            Call = new CallTrace(
                true,
                1,
                new CallOutcome(CallEnding.CallerHungUp, FlowStep.End),
                new ExecutionTrace("SUCCEEDED", Now, null, null, [])
            ),
            Bridges = [Stopped(0, "EssentialContainerExited", "Essential container in task exited")],
        };

    public static Evidence Failed(string detail) =>
        WellCall with
        {
            Bridges = [],
            Call = WellCall.Call! with { Outcome = new CallOutcome(CallEnding.Failed, FlowStep.Transfer, detail) },
        };

    public static EcsTask Stopped(int? exitCode, string code, string reason, string? containerReason = null) =>
        new()
        {
            TaskArn = TaskArn,
            LastStatus = "STOPPED",
            StopCode = new TaskStopCode(code),
            StoppedReason = reason,
            CreatedAt = Now.UtcDateTime.AddMinutes(-5),
            StoppedAt = Now.UtcDateTime,
            Containers =
            [
                new Container
                {
                    Name = "bridge",
                    ExitCode = exitCode,
                    Reason = containerReason,
                },
            ],
        };

    public static EcsTask Starting(string status, double secondsAgo) =>
        new()
        {
            TaskArn = TaskArn,
            LastStatus = status,
            CreatedAt = Now.UtcDateTime.AddSeconds(-secondsAgo),
        };

    public static Evidence With(this Evidence seen, params EcsTask[] bridges) => seen with { Bridges = bridges };

    public static Evidence Logged(this Evidence seen, string group, string message, string level = "error") =>
        seen with
        {
            Log = [.. seen.Log, new LogLine(group, level, message)],
        };
}

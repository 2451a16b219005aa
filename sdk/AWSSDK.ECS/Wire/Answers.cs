using System.Text.Json;
using Amazon.ECS.Model;
using Amazon.StandIns;

namespace Amazon.ECS.Wire;

/// <summary>The members of what is answered, by their wire names.</summary>
internal static partial class Answers
{
    public static RunTaskResponse RunTaskResponseOf(JsonElement json) =>
        new() { Failures = json.List("failures", FailureOf), Tasks = json.List("tasks", TaskOf) };

    public static Task TaskOf(JsonElement json) =>
        new()
        {
            Attachments = json.List("attachments", AttachmentOf),
            Attributes = json.List("attributes", AttributeOf),
            AvailabilityZone = json.Text("availabilityZone"),
            CapacityProviderName = json.Text("capacityProviderName"),
            ClusterArn = json.Text("clusterArn"),
            Connectivity = json.Text("connectivity"),
            ConnectivityAt = json.Time("connectivityAt"),
            ContainerInstanceArn = json.Text("containerInstanceArn"),
            Containers = json.List("containers", ContainerOf),
            Cpu = json.Text("cpu"),
            CreatedAt = json.Time("createdAt"),
            DesiredStatus = json.Text("desiredStatus"),
            EnableExecuteCommand = json.Flag("enableExecuteCommand"),
            EphemeralStorage = json.Object("ephemeralStorage", EphemeralStorageOf),
            ExecutionStoppedAt = json.Time("executionStoppedAt"),
            FargateEphemeralStorage = json.Object("fargateEphemeralStorage", TaskEphemeralStorageOf),
            Group = json.Text("group"),
            HealthStatus = json.Text("healthStatus"),
            LastStatus = json.Text("lastStatus"),
            LaunchType = json.Text("launchType"),
            Memory = json.Text("memory"),
            Overrides = json.Object("overrides", TaskOverrideOf),
            PlatformFamily = json.Text("platformFamily"),
            PlatformVersion = json.Text("platformVersion"),
            PullStartedAt = json.Time("pullStartedAt"),
            PullStoppedAt = json.Time("pullStoppedAt"),
            StartedAt = json.Time("startedAt"),
            StartedBy = json.Text("startedBy"),
            StopCode = json.Text("stopCode"),
            StoppedAt = json.Time("stoppedAt"),
            StoppedReason = json.Text("stoppedReason"),
            StoppingAt = json.Time("stoppingAt"),
            Tags = json.List("tags", TagOf),
            TaskArn = json.Text("taskArn"),
            TaskDefinitionArn = json.Text("taskDefinitionArn"),
            Version = json.Long("version"),
        };

    public static Attachment AttachmentOf(JsonElement json) =>
        new()
        {
            Details = json.List("details", KeyValuePairOf),
            Id = json.Text("id"),
            Status = json.Text("status"),
            Type = json.Text("type"),
        };

    public static KeyValuePair KeyValuePairOf(JsonElement json) =>
        new() { Name = json.Text("name"), Value = json.Text("value") };

    public static Attribute AttributeOf(JsonElement json) =>
        new()
        {
            Name = json.Text("name"),
            TargetId = json.Text("targetId"),
            TargetType = json.Text("targetType"),
            Value = json.Text("value"),
        };

    public static Container ContainerOf(JsonElement json) =>
        new()
        {
            ContainerArn = json.Text("containerArn"),
            Cpu = json.Text("cpu"),
            ExitCode = json.Number("exitCode"),
            GpuIds = json.Texts("gpuIds"),
            HealthStatus = json.Text("healthStatus"),
            Image = json.Text("image"),
            ImageDigest = json.Text("imageDigest"),
            LastStatus = json.Text("lastStatus"),
            ManagedAgents = json.List("managedAgents", ManagedAgentOf),
            Memory = json.Text("memory"),
            MemoryReservation = json.Text("memoryReservation"),
            Name = json.Text("name"),
            NetworkBindings = json.List("networkBindings", NetworkBindingOf),
            NetworkInterfaces = json.List("networkInterfaces", NetworkInterfaceOf),
            Reason = json.Text("reason"),
            RuntimeId = json.Text("runtimeId"),
            TaskArn = json.Text("taskArn"),
        };

    public static NetworkBinding NetworkBindingOf(JsonElement json) =>
        new()
        {
            BindIP = json.Text("bindIP"),
            ContainerPort = json.Number("containerPort"),
            ContainerPortRange = json.Text("containerPortRange"),
            HostPort = json.Number("hostPort"),
            HostPortRange = json.Text("hostPortRange"),
            Protocol = json.Text("protocol"),
        };

    public static NetworkInterface NetworkInterfaceOf(JsonElement json) =>
        new()
        {
            AttachmentId = json.Text("attachmentId"),
            Ipv6Address = json.Text("ipv6Address"),
            PrivateIpv4Address = json.Text("privateIpv4Address"),
        };

    public static ManagedAgent ManagedAgentOf(JsonElement json) =>
        new()
        {
            LastStartedAt = json.Time("lastStartedAt"),
            LastStatus = json.Text("lastStatus"),
            Name = json.Text("name"),
            Reason = json.Text("reason"),
        };

    public static TaskOverride TaskOverrideOf(JsonElement json) =>
        new()
        {
            ContainerOverrides = json.List("containerOverrides", ContainerOverrideOf),
            Cpu = json.Text("cpu"),
            EphemeralStorage = json.Object("ephemeralStorage", EphemeralStorageOf),
            ExecutionRoleArn = json.Text("executionRoleArn"),
            Memory = json.Text("memory"),
            TaskRoleArn = json.Text("taskRoleArn"),
        };

    public static ContainerOverride ContainerOverrideOf(JsonElement json) =>
        new()
        {
            Command = json.Texts("command"),
            Cpu = json.Number("cpu"),
            Environment = json.List("environment", KeyValuePairOf),
            EnvironmentFiles = json.List("environmentFiles", EnvironmentFileOf),
            Memory = json.Number("memory"),
            MemoryReservation = json.Number("memoryReservation"),
            Name = json.Text("name"),
            ResourceRequirements = json.List("resourceRequirements", ResourceRequirementOf),
        };

    public static EnvironmentFile EnvironmentFileOf(JsonElement json) =>
        new() { Type = json.Text("type"), Value = json.Text("value") };

    public static ResourceRequirement ResourceRequirementOf(JsonElement json) =>
        new() { Type = json.Text("type"), Value = json.Text("value") };

    public static EphemeralStorage EphemeralStorageOf(JsonElement json) =>
        new() { SizeInGiB = json.Number("sizeInGiB") };

    public static Tag TagOf(JsonElement json) => new() { Key = json.Text("key"), Value = json.Text("value") };

    public static TaskEphemeralStorage TaskEphemeralStorageOf(JsonElement json) =>
        new() { KmsKeyId = json.Text("kmsKeyId"), SizeInGiB = json.Number("sizeInGiB") };

    public static Failure FailureOf(JsonElement json) =>
        new()
        {
            Arn = json.Text("arn"),
            Detail = json.Text("detail"),
            Reason = json.Text("reason"),
        };

    public static DescribeTasksResponse DescribeTasksResponseOf(JsonElement json) =>
        new() { Failures = json.List("failures", FailureOf), Tasks = json.List("tasks", TaskOf) };

    public static StopTaskResponse StopTaskResponseOf(JsonElement json) => new() { Task = json.Object("task", TaskOf) };

    public static ListTasksResponse ListTasksResponseOf(JsonElement json) =>
        new() { NextToken = json.Text("nextToken"), TaskArns = json.Texts("taskArns") };
}

using System.Text.Json;
using Amazon.ECS.Model;
using Amazon.StandIns;

namespace Amazon.ECS.Wire;

/// <summary>The members of what is answered, by their wire names.</summary>
internal static partial class Answers
{
    public static DescribeClustersResponse DescribeClustersResponseOf(JsonElement json) =>
        new() { Clusters = json.List("clusters", ClusterOf), Failures = json.List("failures", FailureOf) };

    public static Cluster ClusterOf(JsonElement json) =>
        new()
        {
            ActiveServicesCount = json.Number("activeServicesCount"),
            Attachments = json.List("attachments", AttachmentOf),
            AttachmentsStatus = json.Text("attachmentsStatus"),
            CapacityProviders = json.Texts("capacityProviders"),
            ClusterArn = json.Text("clusterArn"),
            ClusterName = json.Text("clusterName"),
            DefaultCapacityProviderStrategy = json.List(
                "defaultCapacityProviderStrategy",
                CapacityProviderStrategyItemOf
            ),
            PendingTasksCount = json.Number("pendingTasksCount"),
            RegisteredContainerInstancesCount = json.Number("registeredContainerInstancesCount"),
            RunningTasksCount = json.Number("runningTasksCount"),
            ServiceConnectDefaults = json.Object("serviceConnectDefaults", ClusterServiceConnectDefaultsOf),
            Settings = json.List("settings", ClusterSettingOf),
            Statistics = json.List("statistics", KeyValuePairOf),
            Status = json.Text("status"),
            Tags = json.List("tags", TagOf),
        };

    public static CapacityProviderStrategyItem CapacityProviderStrategyItemOf(JsonElement json) =>
        new()
        {
            Base = json.Number("base"),
            CapacityProvider = json.Text("capacityProvider"),
            Weight = json.Number("weight"),
        };

    public static ClusterServiceConnectDefaults ClusterServiceConnectDefaultsOf(JsonElement json) =>
        new() { Namespace = json.Text("namespace") };

    public static ClusterSetting ClusterSettingOf(JsonElement json) =>
        new() { Name = json.Text("name"), Value = json.Text("value") };

    public static UpdateContainerInstancesStateResponse UpdateContainerInstancesStateResponseOf(JsonElement json) =>
        new()
        {
            ContainerInstances = json.List("containerInstances", ContainerInstanceOf),
            Failures = json.List("failures", FailureOf),
        };

    public static DescribeContainerInstancesResponse DescribeContainerInstancesResponseOf(JsonElement json) =>
        new()
        {
            ContainerInstances = json.List("containerInstances", ContainerInstanceOf),
            Failures = json.List("failures", FailureOf),
        };

    public static ContainerInstance ContainerInstanceOf(JsonElement json) =>
        new()
        {
            AgentConnected = json.Flag("agentConnected"),
            AgentUpdateStatus = json.Text("agentUpdateStatus"),
            Attachments = json.List("attachments", AttachmentOf),
            Attributes = json.List("attributes", AttributeOf),
            CapacityProviderName = json.Text("capacityProviderName"),
            ContainerInstanceArn = json.Text("containerInstanceArn"),
            Ec2InstanceId = json.Text("ec2InstanceId"),
            HealthStatus = json.Object("healthStatus", ContainerInstanceHealthStatusOf),
            PendingTasksCount = json.Number("pendingTasksCount"),
            RegisteredAt = json.Time("registeredAt"),
            RegisteredResources = json.List("registeredResources", ResourceOf),
            RemainingResources = json.List("remainingResources", ResourceOf),
            RunningTasksCount = json.Number("runningTasksCount"),
            Status = json.Text("status"),
            StatusReason = json.Text("statusReason"),
            Tags = json.List("tags", TagOf),
            Version = json.Long("version"),
            VersionInfo = json.Object("versionInfo", VersionInfoOf),
        };

    public static ContainerInstanceHealthStatus ContainerInstanceHealthStatusOf(JsonElement json) =>
        new()
        {
            Details = json.List("details", InstanceHealthCheckResultOf),
            OverallStatus = json.Text("overallStatus"),
        };

    public static InstanceHealthCheckResult InstanceHealthCheckResultOf(JsonElement json) =>
        new()
        {
            LastStatusChange = json.Time("lastStatusChange"),
            LastUpdated = json.Time("lastUpdated"),
            Status = json.Text("status"),
            StatusReason = json.Text("statusReason"),
            Type = json.Text("type"),
        };

    public static Resource ResourceOf(JsonElement json) =>
        new()
        {
            DoubleValue = json.Double("doubleValue"),
            IntegerValue = json.Number("integerValue"),
            LongValue = json.Long("longValue"),
            Name = json.Text("name"),
            StringSetValue = json.Texts("stringSetValue"),
            Type = json.Text("type"),
        };

    public static VersionInfo VersionInfoOf(JsonElement json) =>
        new()
        {
            AgentHash = json.Text("agentHash"),
            AgentVersion = json.Text("agentVersion"),
            DockerVersion = json.Text("dockerVersion"),
        };

    public static ListContainerInstancesResponse ListContainerInstancesResponseOf(JsonElement json) =>
        new() { ContainerInstanceArns = json.Texts("containerInstanceArns"), NextToken = json.Text("nextToken") };
}

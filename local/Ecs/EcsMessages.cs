using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SonicBridge.Local.Ecs;

internal sealed record RunTaskRequest(
    string? Cluster,
    string? TaskDefinition,
    int? Count,
    string? LaunchType,
    IReadOnlyList<CapacityProviderStrategyItem>? CapacityProviderStrategy,
    JsonObject? NetworkConfiguration,
    JsonObject? Overrides,
    string? StartedBy,
    string? Group,
    string? ClientToken
);

internal sealed record CapacityProviderStrategyItem(string? CapacityProvider);

internal sealed record TaskOverrides(IReadOnlyList<ContainerOverride>? ContainerOverrides, string? Memory);

internal sealed record ContainerOverride(
    string? Name,
    IReadOnlyList<string>? Command,
    IReadOnlyList<EnvironmentVariable>? Environment,
    int? Memory
);

internal sealed record EnvironmentVariable(string Name, string? Value);

internal sealed record TasksResponse(IReadOnlyList<JsonObject> Tasks, IReadOnlyList<Failure> Failures);

/// <param name="Reason">Such as <c>RESOURCE:MEMORY</c> or <c>MISSING</c>.</param>
internal sealed record Failure(string Arn, string Reason, string? Detail = null);

internal sealed record DescribeTasksRequest(string? Cluster, IReadOnlyList<string>? Tasks);

internal sealed record ListTasksRequest(
    string? Cluster,
    string? Family,
    string? StartedBy,
    string? ContainerInstance,
    string? DesiredStatus,
    string? LaunchType,
    int? MaxResults,
    string? NextToken
);

internal sealed record ListContainerInstancesRequest(string? Cluster, string? Filter, string? Status);

internal sealed record ListContainerInstancesResponse(IReadOnlyList<string> ContainerInstanceArns);

internal sealed record UpdateContainerInstancesStateRequest(
    string? Cluster,
    IReadOnlyList<string>? ContainerInstances,
    string? Status
);

internal sealed record UpdateContainerInstancesStateResponse(
    IReadOnlyList<ContainerInstanceDescription> ContainerInstances,
    IReadOnlyList<Failure> Failures
);

internal sealed record ContainerInstanceDescription(string ContainerInstanceArn, string Ec2InstanceId, string Status);

internal sealed record ListTasksResponse(IReadOnlyList<string> TaskArns, string? NextToken);

internal sealed record StopTaskRequest(string? Cluster, string? Task, string? Reason);

internal sealed record StopTaskResponse(JsonObject Task);

internal sealed record DescribeTaskDefinitionRequest(string? TaskDefinition);

internal sealed record TaskDefinitionResponse(JsonObject TaskDefinition);

internal sealed record DescribeClustersRequest(IReadOnlyList<string>? Clusters);

internal sealed record DescribeClustersResponse(
    IReadOnlyList<ClusterDescription> Clusters,
    IReadOnlyList<Failure> Failures
);

internal sealed record ClusterDescription(
    string ClusterArn,
    string ClusterName,
    string Status,
    int RegisteredContainerInstancesCount,
    int RunningTasksCount,
    int PendingTasksCount,
    int ActiveServicesCount,
    IReadOnlyList<string> CapacityProviders
);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(RunTaskRequest))]
[JsonSerializable(typeof(TaskOverrides))]
[JsonSerializable(typeof(TasksResponse))]
[JsonSerializable(typeof(DescribeTasksRequest))]
[JsonSerializable(typeof(ListTasksRequest))]
[JsonSerializable(typeof(ListTasksResponse))]
[JsonSerializable(typeof(ListContainerInstancesRequest))]
[JsonSerializable(typeof(ListContainerInstancesResponse))]
[JsonSerializable(typeof(UpdateContainerInstancesStateRequest))]
[JsonSerializable(typeof(UpdateContainerInstancesStateResponse))]
[JsonSerializable(typeof(StopTaskRequest))]
[JsonSerializable(typeof(StopTaskResponse))]
[JsonSerializable(typeof(DescribeTaskDefinitionRequest))]
[JsonSerializable(typeof(TaskDefinitionResponse))]
[JsonSerializable(typeof(DescribeClustersRequest))]
[JsonSerializable(typeof(DescribeClustersResponse))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(TaskDefinitionContent))]
internal sealed partial class EcsJson : JsonSerializerContext;

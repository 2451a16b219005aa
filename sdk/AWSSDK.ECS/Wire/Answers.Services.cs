using System.Text.Json;
using Amazon.ECS.Model;
using Amazon.StandIns;

namespace Amazon.ECS.Wire;

/// <summary>The members of what is answered, by their wire names.</summary>
internal static partial class Answers
{
    public static DescribeServicesResponse DescribeServicesResponseOf(JsonElement json) =>
        new() { Failures = json.List("failures", FailureOf), Services = json.List("services", ServiceOf) };

    public static Service ServiceOf(JsonElement json) =>
        new()
        {
            AvailabilityZoneRebalancing = json.Text("availabilityZoneRebalancing"),
            CapacityProviderStrategy = json.List("capacityProviderStrategy", CapacityProviderStrategyItemOf),
            ClusterArn = json.Text("clusterArn"),
            CreatedAt = json.Time("createdAt"),
            CreatedBy = json.Text("createdBy"),
            CurrentServiceDeployment = json.Text("currentServiceDeployment"),
            CurrentServiceRevisions = json.List("currentServiceRevisions", ServiceCurrentRevisionSummaryOf),
            DeploymentConfiguration = json.Object("deploymentConfiguration", DeploymentConfigurationOf),
            DeploymentController = json.Object("deploymentController", DeploymentControllerOf),
            Deployments = json.List("deployments", DeploymentOf),
            DesiredCount = json.Number("desiredCount"),
            EnableECSManagedTags = json.Flag("enableECSManagedTags"),
            EnableExecuteCommand = json.Flag("enableExecuteCommand"),
            Events = json.List("events", ServiceEventOf),
            HealthCheckGracePeriodSeconds = json.Number("healthCheckGracePeriodSeconds"),
            LaunchType = json.Text("launchType"),
            LoadBalancers = json.List("loadBalancers", LoadBalancerOf),
            NetworkConfiguration = json.Object("networkConfiguration", NetworkConfigurationOf),
            PendingCount = json.Number("pendingCount"),
            PlacementConstraints = json.List("placementConstraints", PlacementConstraintOf),
            PlacementStrategy = json.List("placementStrategy", PlacementStrategyOf),
            PlatformFamily = json.Text("platformFamily"),
            PlatformVersion = json.Text("platformVersion"),
            PropagateTags = json.Text("propagateTags"),
            ResourceManagementType = json.Text("resourceManagementType"),
            RoleArn = json.Text("roleArn"),
            RunningCount = json.Number("runningCount"),
            SchedulingStrategy = json.Text("schedulingStrategy"),
            ServiceArn = json.Text("serviceArn"),
            ServiceName = json.Text("serviceName"),
            ServiceRegistries = json.List("serviceRegistries", ServiceRegistryOf),
            Status = json.Text("status"),
            Tags = json.List("tags", TagOf),
            TaskDefinition = json.Text("taskDefinition"),
        };

    public static ServiceCurrentRevisionSummary ServiceCurrentRevisionSummaryOf(JsonElement json) =>
        new()
        {
            Arn = json.Text("arn"),
            PendingTaskCount = json.Number("pendingTaskCount"),
            RequestedTaskCount = json.Number("requestedTaskCount"),
            RunningTaskCount = json.Number("runningTaskCount"),
        };

    public static DeploymentConfiguration DeploymentConfigurationOf(JsonElement json) =>
        new()
        {
            Alarms = json.Object("alarms", DeploymentAlarmsOf),
            BakeTimeInMinutes = json.Number("bakeTimeInMinutes"),
            DeploymentCircuitBreaker = json.Object("deploymentCircuitBreaker", DeploymentCircuitBreakerOf),
            MaximumPercent = json.Number("maximumPercent"),
            MinimumHealthyPercent = json.Number("minimumHealthyPercent"),
            Strategy = json.Text("strategy"),
        };

    public static DeploymentAlarms DeploymentAlarmsOf(JsonElement json) =>
        new()
        {
            AlarmNames = json.Texts("alarmNames"),
            Enable = json.Flag("enable"),
            Rollback = json.Flag("rollback"),
        };

    public static DeploymentCircuitBreaker DeploymentCircuitBreakerOf(JsonElement json) =>
        new() { Enable = json.Flag("enable"), Rollback = json.Flag("rollback") };

    public static DeploymentController DeploymentControllerOf(JsonElement json) => new() { Type = json.Text("type") };

    public static Deployment DeploymentOf(JsonElement json) =>
        new()
        {
            CapacityProviderStrategy = json.List("capacityProviderStrategy", CapacityProviderStrategyItemOf),
            CreatedAt = json.Time("createdAt"),
            DesiredCount = json.Number("desiredCount"),
            FailedTasks = json.Number("failedTasks"),
            FargateEphemeralStorage = json.Object("fargateEphemeralStorage", DeploymentEphemeralStorageOf),
            Id = json.Text("id"),
            LaunchType = json.Text("launchType"),
            NetworkConfiguration = json.Object("networkConfiguration", NetworkConfigurationOf),
            PendingCount = json.Number("pendingCount"),
            PlatformFamily = json.Text("platformFamily"),
            PlatformVersion = json.Text("platformVersion"),
            RolloutState = json.Text("rolloutState"),
            RolloutStateReason = json.Text("rolloutStateReason"),
            RunningCount = json.Number("runningCount"),
            Status = json.Text("status"),
            TaskDefinition = json.Text("taskDefinition"),
            UpdatedAt = json.Time("updatedAt"),
        };

    public static DeploymentEphemeralStorage DeploymentEphemeralStorageOf(JsonElement json) =>
        new() { KmsKeyId = json.Text("kmsKeyId") };

    public static NetworkConfiguration NetworkConfigurationOf(JsonElement json) =>
        new() { AwsvpcConfiguration = json.Object("awsvpcConfiguration", AwsVpcConfigurationOf) };

    public static AwsVpcConfiguration AwsVpcConfigurationOf(JsonElement json) =>
        new()
        {
            AssignPublicIp = json.Text("assignPublicIp"),
            SecurityGroups = json.Texts("securityGroups"),
            Subnets = json.Texts("subnets"),
        };

    public static ServiceEvent ServiceEventOf(JsonElement json) =>
        new()
        {
            CreatedAt = json.Time("createdAt"),
            Id = json.Text("id"),
            Message = json.Text("message"),
        };

    public static LoadBalancer LoadBalancerOf(JsonElement json) =>
        new()
        {
            ContainerName = json.Text("containerName"),
            ContainerPort = json.Number("containerPort"),
            LoadBalancerName = json.Text("loadBalancerName"),
            TargetGroupArn = json.Text("targetGroupArn"),
        };

    public static PlacementConstraint PlacementConstraintOf(JsonElement json) =>
        new() { Expression = json.Text("expression"), Type = json.Text("type") };

    public static PlacementStrategy PlacementStrategyOf(JsonElement json) =>
        new() { Field = json.Text("field"), Type = json.Text("type") };

    public static ServiceRegistry ServiceRegistryOf(JsonElement json) =>
        new()
        {
            ContainerName = json.Text("containerName"),
            ContainerPort = json.Number("containerPort"),
            Port = json.Number("port"),
            RegistryArn = json.Text("registryArn"),
        };

    public static ListServicesResponse ListServicesResponseOf(JsonElement json) =>
        new() { NextToken = json.Text("nextToken"), ServiceArns = json.Texts("serviceArns") };

    public static UpdateServiceResponse UpdateServiceResponseOf(JsonElement json) =>
        new() { Service = json.Object("service", ServiceOf) };
}

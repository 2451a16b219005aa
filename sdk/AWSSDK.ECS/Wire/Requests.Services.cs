using System.Text.Json;
using Amazon.ECS.Model;
using Amazon.StandIns;

namespace Amazon.ECS.Wire;

/// <summary>The members of what is sent, under their wire names.</summary>
internal static partial class Requests
{
    public static void Write(Utf8JsonWriter json, DescribeServicesRequest value)
    {
        json.Text("cluster", value.Cluster);
        json.Texts("include", value.Include);
        json.Texts("services", value.Services);
    }

    public static void Write(Utf8JsonWriter json, ListServicesRequest value)
    {
        json.Text("cluster", value.Cluster);
        json.Text("launchType", value.LaunchType);
        json.Number("maxResults", value.MaxResults);
        json.Text("nextToken", value.NextToken);
        json.Text("resourceManagementType", value.ResourceManagementType);
        json.Text("schedulingStrategy", value.SchedulingStrategy);
    }

    public static void Write(Utf8JsonWriter json, UpdateServiceRequest value)
    {
        json.Text("availabilityZoneRebalancing", value.AvailabilityZoneRebalancing);
        json.List("capacityProviderStrategy", value.CapacityProviderStrategy, Write);
        json.Text("cluster", value.Cluster);
        json.Object("deploymentConfiguration", value.DeploymentConfiguration, Write);
        json.Object("deploymentController", value.DeploymentController, Write);
        json.Number("desiredCount", value.DesiredCount);
        json.Flag("enableECSManagedTags", value.EnableECSManagedTags);
        json.Flag("enableExecuteCommand", value.EnableExecuteCommand);
        json.Flag("forceNewDeployment", value.ForceNewDeployment);
        json.Number("healthCheckGracePeriodSeconds", value.HealthCheckGracePeriodSeconds);
        json.List("loadBalancers", value.LoadBalancers, Write);
        json.Object("networkConfiguration", value.NetworkConfiguration, Write);
        json.List("placementConstraints", value.PlacementConstraints, Write);
        json.List("placementStrategy", value.PlacementStrategy, Write);
        json.Text("platformVersion", value.PlatformVersion);
        json.Text("propagateTags", value.PropagateTags);
        json.Text("service", value.Service);
        json.List("serviceRegistries", value.ServiceRegistries, Write);
        json.Text("taskDefinition", value.TaskDefinition);
    }

    public static void Write(Utf8JsonWriter json, DeploymentConfiguration value)
    {
        json.Object("alarms", value.Alarms, Write);
        json.Number("bakeTimeInMinutes", value.BakeTimeInMinutes);
        json.Object("deploymentCircuitBreaker", value.DeploymentCircuitBreaker, Write);
        json.Number("maximumPercent", value.MaximumPercent);
        json.Number("minimumHealthyPercent", value.MinimumHealthyPercent);
        json.Text("strategy", value.Strategy);
    }

    public static void Write(Utf8JsonWriter json, DeploymentAlarms value)
    {
        json.Texts("alarmNames", value.AlarmNames);
        json.Flag("enable", value.Enable);
        json.Flag("rollback", value.Rollback);
    }

    public static void Write(Utf8JsonWriter json, DeploymentCircuitBreaker value)
    {
        json.Flag("enable", value.Enable);
        json.Flag("rollback", value.Rollback);
    }

    public static void Write(Utf8JsonWriter json, DeploymentController value)
    {
        json.Text("type", value.Type);
    }

    public static void Write(Utf8JsonWriter json, LoadBalancer value)
    {
        json.Text("containerName", value.ContainerName);
        json.Number("containerPort", value.ContainerPort);
        json.Text("loadBalancerName", value.LoadBalancerName);
        json.Text("targetGroupArn", value.TargetGroupArn);
    }

    public static void Write(Utf8JsonWriter json, ServiceRegistry value)
    {
        json.Text("containerName", value.ContainerName);
        json.Number("containerPort", value.ContainerPort);
        json.Number("port", value.Port);
        json.Text("registryArn", value.RegistryArn);
    }
}

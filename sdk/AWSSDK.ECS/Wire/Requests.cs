using System;
using System.Text.Json;
using Amazon.ECS.Model;
using Amazon.StandIns;

namespace Amazon.ECS.Wire;

/// <summary>The members of what is sent, under their wire names.</summary>
internal static partial class Requests
{
    public static void Write(Utf8JsonWriter json, RunTaskRequest value)
    {
        json.List("capacityProviderStrategy", value.CapacityProviderStrategy, Write);
        json.Text("clientToken", value.ClientToken ?? Guid.NewGuid().ToString());
        json.Text("cluster", value.Cluster);
        json.Number("count", value.Count);
        json.Flag("enableECSManagedTags", value.EnableECSManagedTags);
        json.Flag("enableExecuteCommand", value.EnableExecuteCommand);
        json.Text("group", value.Group);
        json.Text("launchType", value.LaunchType);
        json.Object("networkConfiguration", value.NetworkConfiguration, Write);
        json.Object("overrides", value.Overrides, Write);
        json.List("placementConstraints", value.PlacementConstraints, Write);
        json.List("placementStrategy", value.PlacementStrategy, Write);
        json.Text("platformVersion", value.PlatformVersion);
        json.Text("propagateTags", value.PropagateTags);
        json.Text("referenceId", value.ReferenceId);
        json.Text("startedBy", value.StartedBy);
        json.List("tags", value.Tags, Write);
        json.Text("taskDefinition", value.TaskDefinition);
    }

    public static void Write(Utf8JsonWriter json, CapacityProviderStrategyItem value)
    {
        json.Number("base", value.Base);
        json.Text("capacityProvider", value.CapacityProvider);
        json.Number("weight", value.Weight);
    }

    public static void Write(Utf8JsonWriter json, NetworkConfiguration value)
    {
        json.Object("awsvpcConfiguration", value.AwsvpcConfiguration, Write);
    }

    public static void Write(Utf8JsonWriter json, AwsVpcConfiguration value)
    {
        json.Text("assignPublicIp", value.AssignPublicIp);
        json.Texts("securityGroups", value.SecurityGroups);
        json.Texts("subnets", value.Subnets);
    }

    public static void Write(Utf8JsonWriter json, TaskOverride value)
    {
        json.List("containerOverrides", value.ContainerOverrides, Write);
        json.Text("cpu", value.Cpu);
        json.Object("ephemeralStorage", value.EphemeralStorage, Write);
        json.Text("executionRoleArn", value.ExecutionRoleArn);
        json.Text("memory", value.Memory);
        json.Text("taskRoleArn", value.TaskRoleArn);
    }

    public static void Write(Utf8JsonWriter json, ContainerOverride value)
    {
        json.Texts("command", value.Command);
        json.Number("cpu", value.Cpu);
        json.List("environment", value.Environment, Write);
        json.List("environmentFiles", value.EnvironmentFiles, Write);
        json.Number("memory", value.Memory);
        json.Number("memoryReservation", value.MemoryReservation);
        json.Text("name", value.Name);
        json.List("resourceRequirements", value.ResourceRequirements, Write);
    }

    public static void Write(Utf8JsonWriter json, KeyValuePair value)
    {
        json.Text("name", value.Name);
        json.Text("value", value.Value);
    }

    public static void Write(Utf8JsonWriter json, EnvironmentFile value)
    {
        json.Text("type", value.Type);
        json.Text("value", value.Value);
    }

    public static void Write(Utf8JsonWriter json, ResourceRequirement value)
    {
        json.Text("type", value.Type);
        json.Text("value", value.Value);
    }

    public static void Write(Utf8JsonWriter json, EphemeralStorage value)
    {
        json.Number("sizeInGiB", value.SizeInGiB);
    }

    public static void Write(Utf8JsonWriter json, PlacementConstraint value)
    {
        json.Text("expression", value.Expression);
        json.Text("type", value.Type);
    }

    public static void Write(Utf8JsonWriter json, PlacementStrategy value)
    {
        json.Text("field", value.Field);
        json.Text("type", value.Type);
    }

    public static void Write(Utf8JsonWriter json, Tag value)
    {
        json.Text("key", value.Key);
        json.Text("value", value.Value);
    }

    public static void Write(Utf8JsonWriter json, DescribeTasksRequest value)
    {
        json.Text("cluster", value.Cluster);
        json.Texts("include", value.Include);
        json.Texts("tasks", value.Tasks);
    }

    public static void Write(Utf8JsonWriter json, StopTaskRequest value)
    {
        json.Text("cluster", value.Cluster);
        json.Text("reason", value.Reason);
        json.Text("task", value.Task);
    }

    public static void Write(Utf8JsonWriter json, ListTasksRequest value)
    {
        json.Text("cluster", value.Cluster);
        json.Text("containerInstance", value.ContainerInstance);
        json.Text("daemonName", value.DaemonName);
        json.Text("desiredStatus", value.DesiredStatus);
        json.Text("family", value.Family);
        json.Text("launchType", value.LaunchType);
        json.Number("maxResults", value.MaxResults);
        json.Text("nextToken", value.NextToken);
        json.Text("serviceName", value.ServiceName);
        json.Text("startedBy", value.StartedBy);
    }
}

using System.Text.Json;
using Amazon.ECS.Model;
using Amazon.StandIns;

namespace Amazon.ECS.Wire;

/// <summary>The members of what is sent, under their wire names.</summary>
internal static partial class Requests
{
    public static void Write(Utf8JsonWriter json, DescribeClustersRequest value)
    {
        json.Texts("clusters", value.Clusters);
        json.Texts("include", value.Include);
    }

    public static void Write(Utf8JsonWriter json, DescribeContainerInstancesRequest value)
    {
        json.Text("cluster", value.Cluster);
        json.Texts("containerInstances", value.ContainerInstances);
        json.Texts("include", value.Include);
    }

    public static void Write(Utf8JsonWriter json, UpdateContainerInstancesStateRequest value)
    {
        json.Text("cluster", value.Cluster);
        json.Texts("containerInstances", value.ContainerInstances);
        json.Text("status", value.Status);
    }

    public static void Write(Utf8JsonWriter json, ListContainerInstancesRequest value)
    {
        json.Text("cluster", value.Cluster);
        json.Text("filter", value.Filter);
        json.Number("maxResults", value.MaxResults);
        json.Text("nextToken", value.NextToken);
        json.Text("status", value.Status);
    }
}

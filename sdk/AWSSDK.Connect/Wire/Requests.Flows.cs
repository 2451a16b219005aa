using System.Text.Json;
using Amazon.Connect.Model;
using Amazon.StandIns;

namespace Amazon.Connect.Wire;

/// <summary>The members of what is sent, under their wire names.</summary>
internal static partial class Requests
{
    public static void Place(RestParts parts, ListContactFlowsRequest value)
    {
        parts.Query("contactFlowTypes", value.ContactFlowTypes);
        parts.Path("InstanceId", value.InstanceId, nameof(value.InstanceId));
        parts.Query("maxResults", value.MaxResults);
        parts.Query("nextToken", value.NextToken);
    }

    public static void Place(RestParts parts, DescribeContactFlowRequest value)
    {
        parts.Path("ContactFlowId", value.ContactFlowId, nameof(value.ContactFlowId));
        parts.Path("InstanceId", value.InstanceId, nameof(value.InstanceId));
    }

    public static void Place(RestParts parts, CreateContactFlowRequest value)
    {
        parts.Path("InstanceId", value.InstanceId, nameof(value.InstanceId));
    }

    public static void Write(Utf8JsonWriter json, CreateContactFlowRequest value)
    {
        json.Text("Content", value.Content);
        json.Text("Description", value.Description);
        json.Text("Name", value.Name);
        json.Text("Status", value.Status);
        json.TextMap("Tags", value.Tags);
        json.Text("Type", value.Type);
    }

    public static void Place(RestParts parts, UpdateContactFlowContentRequest value)
    {
        parts.Path("ContactFlowId", value.ContactFlowId, nameof(value.ContactFlowId));
        parts.Path("InstanceId", value.InstanceId, nameof(value.InstanceId));
    }

    public static void Write(Utf8JsonWriter json, UpdateContactFlowContentRequest value)
    {
        json.Text("Content", value.Content);
    }

    public static void Place(RestParts parts, UpdateContactFlowMetadataRequest value)
    {
        parts.Path("ContactFlowId", value.ContactFlowId, nameof(value.ContactFlowId));
        parts.Path("InstanceId", value.InstanceId, nameof(value.InstanceId));
    }

    public static void Write(Utf8JsonWriter json, UpdateContactFlowMetadataRequest value)
    {
        json.Text("ContactFlowState", value.ContactFlowState);
        json.Text("Description", value.Description);
        json.Text("Name", value.Name);
    }
}

using System;
using System.Text.Json;
using Amazon.Connect.Model;
using Amazon.StandIns;

namespace Amazon.Connect.Wire;

/// <summary>The members of what is sent, under their wire names.</summary>
internal static partial class Requests
{
    public static void Place(RestParts parts, ListContactFlowModulesRequest value)
    {
        parts.Query("state", value.ContactFlowModuleState);
        parts.Path("InstanceId", value.InstanceId, nameof(value.InstanceId));
        parts.Query("maxResults", value.MaxResults);
        parts.Query("nextToken", value.NextToken);
    }

    public static void Place(RestParts parts, DescribeContactFlowModuleRequest value)
    {
        parts.Path("ContactFlowModuleId", value.ContactFlowModuleId, nameof(value.ContactFlowModuleId));
        parts.Path("InstanceId", value.InstanceId, nameof(value.InstanceId));
    }

    public static void Place(RestParts parts, CreateContactFlowModuleRequest value)
    {
        parts.Path("InstanceId", value.InstanceId, nameof(value.InstanceId));
    }

    public static void Write(Utf8JsonWriter json, CreateContactFlowModuleRequest value)
    {
        json.Text("ClientToken", value.ClientToken ?? Guid.NewGuid().ToString());
        json.Text("Content", value.Content);
        json.Text("Description", value.Description);
        json.Object("ExternalInvocationConfiguration", value.ExternalInvocationConfiguration, Write);
        json.Text("Name", value.Name);
        json.Text("Settings", value.Settings);
        json.TextMap("Tags", value.Tags);
    }

    public static void Write(Utf8JsonWriter json, ExternalInvocationConfiguration value)
    {
        json.Flag("Enabled", value.Enabled);
    }

    public static void Place(RestParts parts, UpdateContactFlowModuleContentRequest value)
    {
        parts.Path("ContactFlowModuleId", value.ContactFlowModuleId, nameof(value.ContactFlowModuleId));
        parts.Path("InstanceId", value.InstanceId, nameof(value.InstanceId));
    }

    public static void Write(Utf8JsonWriter json, UpdateContactFlowModuleContentRequest value)
    {
        json.Text("Content", value.Content);
        json.Text("Settings", value.Settings);
    }
}

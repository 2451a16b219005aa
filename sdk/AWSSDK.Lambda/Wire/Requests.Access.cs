using System.Text.Json;
using Amazon.Lambda.Model;
using Amazon.StandIns;

namespace Amazon.Lambda.Wire;

/// <summary>The members of what is sent, under their wire names.</summary>
internal static partial class Requests
{
    public static void Place(RestParts parts, AddPermissionRequest value)
    {
        parts.Path("FunctionName", value.FunctionName, nameof(value.FunctionName));
        parts.Query("Qualifier", value.Qualifier);
    }

    public static void Write(Utf8JsonWriter json, AddPermissionRequest value)
    {
        json.Text("Action", value.Action);
        json.Text("EventSourceToken", value.EventSourceToken);
        json.Text("FunctionUrlAuthType", value.FunctionUrlAuthType);
        json.Flag("InvokedViaFunctionUrl", value.InvokedViaFunctionUrl);
        json.Text("Principal", value.Principal);
        json.Text("PrincipalOrgID", value.PrincipalOrgID);
        json.Text("RevisionId", value.RevisionId);
        json.Text("SourceAccount", value.SourceAccount);
        json.Text("SourceArn", value.SourceArn);
        json.Text("StatementId", value.StatementId);
    }

    public static void Place(RestParts parts, RemovePermissionRequest value)
    {
        parts.Path("FunctionName", value.FunctionName, nameof(value.FunctionName));
        parts.Query("Qualifier", value.Qualifier);
        parts.Query("RevisionId", value.RevisionId);
        parts.Path("StatementId", value.StatementId, nameof(value.StatementId));
    }

    public static void Place(RestParts parts, GetPolicyRequest value)
    {
        parts.Path("FunctionName", value.FunctionName, nameof(value.FunctionName));
        parts.Query("Qualifier", value.Qualifier);
    }

    public static void Place(RestParts parts, GetFunctionConcurrencyRequest value)
    {
        parts.Path("FunctionName", value.FunctionName, nameof(value.FunctionName));
    }

    public static void Place(RestParts parts, PutFunctionConcurrencyRequest value)
    {
        parts.Path("FunctionName", value.FunctionName, nameof(value.FunctionName));
    }

    public static void Write(Utf8JsonWriter json, PutFunctionConcurrencyRequest value)
    {
        json.Number("ReservedConcurrentExecutions", value.ReservedConcurrentExecutions);
    }

    public static void Place(RestParts parts, DeleteFunctionConcurrencyRequest value)
    {
        parts.Path("FunctionName", value.FunctionName, nameof(value.FunctionName));
    }

    public static void Place(RestParts parts, ListEventSourceMappingsRequest value)
    {
        parts.Query("EventSourceArn", value.EventSourceArn);
        parts.Query("FunctionName", value.FunctionName);
        parts.Query("Marker", value.Marker);
        parts.Query("MaxItems", value.MaxItems);
    }

    public static void Place(RestParts parts, ListTagsRequest value)
    {
        parts.Path("Resource", value.Resource, nameof(value.Resource));
    }

    public static void Place(RestParts parts, TagResourceRequest value)
    {
        parts.Path("Resource", value.Resource, nameof(value.Resource));
    }

    public static void Write(Utf8JsonWriter json, TagResourceRequest value)
    {
        json.TextMap("Tags", value.Tags);
    }

    public static void Place(RestParts parts, UntagResourceRequest value)
    {
        parts.Path("Resource", value.Resource, nameof(value.Resource));
        parts.Query("tagKeys", value.TagKeys);
    }
}

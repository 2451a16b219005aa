using System.Text.Json;
using Amazon.Lambda.Model;
using Amazon.StandIns;

namespace Amazon.Lambda.Wire;

/// <summary>The members of what is sent, under their wire names.</summary>
internal static partial class Requests
{
    public static void Place(RestParts parts, CreateAliasRequest value)
    {
        parts.Path("FunctionName", value.FunctionName, nameof(value.FunctionName));
    }

    public static void Write(Utf8JsonWriter json, CreateAliasRequest value)
    {
        json.Text("Description", value.Description);
        json.Text("FunctionVersion", value.FunctionVersion);
        json.Text("Name", value.Name);
        json.Object("RoutingConfig", value.RoutingConfig, Write);
    }

    public static void Write(Utf8JsonWriter json, AliasRoutingConfiguration value)
    {
        json.DoubleMap("AdditionalVersionWeights", value.AdditionalVersionWeights);
    }

    public static void Place(RestParts parts, UpdateAliasRequest value)
    {
        parts.Path("FunctionName", value.FunctionName, nameof(value.FunctionName));
        parts.Path("Name", value.Name, nameof(value.Name));
    }

    public static void Write(Utf8JsonWriter json, UpdateAliasRequest value)
    {
        json.Text("Description", value.Description);
        json.Text("FunctionVersion", value.FunctionVersion);
        json.Text("RevisionId", value.RevisionId);
        json.Object("RoutingConfig", value.RoutingConfig, Write);
    }

    public static void Place(RestParts parts, DeleteAliasRequest value)
    {
        parts.Path("FunctionName", value.FunctionName, nameof(value.FunctionName));
        parts.Path("Name", value.Name, nameof(value.Name));
    }

    public static void Place(RestParts parts, ListAliasesRequest value)
    {
        parts.Path("FunctionName", value.FunctionName, nameof(value.FunctionName));
        parts.Query("FunctionVersion", value.FunctionVersion);
        parts.Query("Marker", value.Marker);
        parts.Query("MaxItems", value.MaxItems);
    }
}

using System.Text.Json;
using Amazon.Lambda.Model;
using Amazon.StandIns;

namespace Amazon.Lambda.Wire;

/// <summary>The members of what is answered, by their wire names.</summary>
internal static partial class Answers
{
    public static CreateAliasResponse CreateAliasResponseOf(JsonElement json) =>
        new()
        {
            AliasArn = json.Text("AliasArn"),
            Description = json.Text("Description"),
            FunctionVersion = json.Text("FunctionVersion"),
            Name = json.Text("Name"),
            RevisionId = json.Text("RevisionId"),
            RoutingConfig = json.Object("RoutingConfig", AliasRoutingConfigurationOf),
        };

    public static AliasRoutingConfiguration AliasRoutingConfigurationOf(JsonElement json) =>
        new() { AdditionalVersionWeights = json.Map("AdditionalVersionWeights", static item => item.GetDouble()) };

    public static UpdateAliasResponse UpdateAliasResponseOf(JsonElement json) =>
        new()
        {
            AliasArn = json.Text("AliasArn"),
            Description = json.Text("Description"),
            FunctionVersion = json.Text("FunctionVersion"),
            Name = json.Text("Name"),
            RevisionId = json.Text("RevisionId"),
            RoutingConfig = json.Object("RoutingConfig", AliasRoutingConfigurationOf),
        };

    public static ListAliasesResponse ListAliasesResponseOf(JsonElement json) =>
        new() { Aliases = json.List("Aliases", AliasConfigurationOf), NextMarker = json.Text("NextMarker") };

    public static AliasConfiguration AliasConfigurationOf(JsonElement json) =>
        new()
        {
            AliasArn = json.Text("AliasArn"),
            Description = json.Text("Description"),
            FunctionVersion = json.Text("FunctionVersion"),
            Name = json.Text("Name"),
            RevisionId = json.Text("RevisionId"),
            RoutingConfig = json.Object("RoutingConfig", AliasRoutingConfigurationOf),
        };
}

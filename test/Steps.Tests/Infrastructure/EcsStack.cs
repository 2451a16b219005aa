using System.Text.Json.Nodes;

namespace SonicBridge.Steps.Tests.Infrastructure;

/// <summary>The template that the migration deploys as nova-sonic-ecs-stack.</summary>
internal static class EcsStack
{
    public const string File = "infrastructure/nova-sonic-ecs-stack.template";

    /// <summary>The template as it stands in the repository.</summary>
    public static JsonObject Read() => JsonNode.Parse(Repository.Read(File))!.AsObject();

    /// <summary>A resource's properties by its logical id.</summary>
    public static JsonNode Properties(string id) => Read()["Resources"]![id]!["Properties"]!;

    /// <summary>The properties of all resources of a type, by their logical ids.</summary>
    public static IEnumerable<(string Id, JsonNode Properties)> OfType(string type) =>
        from resource in Read()["Resources"]!.AsObject()
        where (string?)resource.Value!["Type"] == type
        select (resource.Key, resource.Value["Properties"]!);

    /// <summary>The statements of all roles.</summary>
    public static IEnumerable<JsonObject> Statements() =>
        OfType("AWS::IAM::Role").SelectMany(role => Statements(role.Properties));

    /// <summary>The statements of a role's own policies.</summary>
    public static IEnumerable<JsonObject> Statements(JsonNode role) =>
        role["Policies"]!
            .AsArray()
            .SelectMany(policy => policy!["PolicyDocument"]!["Statement"]!.AsArray())
            .Select(statement => statement!.AsObject());

    public static IEnumerable<string> Actions(JsonObject statement) =>
        statement["Action"]!.AsArray().Select(action => (string)action!);

    /// <summary>All objects within a node, the node itself included.</summary>
    public static IEnumerable<JsonObject> Objects(JsonNode? node) =>
        node switch
        {
            JsonObject o => o.SelectMany(member => Objects(member.Value)).Prepend(o),
            JsonArray a => a.SelectMany(Objects),
            _ => [],
        };
}

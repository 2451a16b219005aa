using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Json.Schema;
using SonicBridge.Contracts.Configuration;

namespace SonicBridge.Contracts.Tests.Configuration;

/// <summary>The JSON schema, by which editors help, and the code, by which calls are configured, say the same.</summary>
public sealed class ConfigurationSchemaTests
{
    private static readonly string s_text = File.ReadAllText(PathOf("call-configuration.schema.json"));
    private static readonly JsonSchema s_schema = JsonSchema.FromText(s_text);
    private static readonly JsonNode s_node = JsonNode.Parse(s_text)!;

    [Fact]
    public void Schema_and_code_take_and_refuse_the_same_configurations()
    {
        var taken = 0;
        var refused = 0;
        AConfiguration
            .Changed.Where(IsForASchemaToSay)
            .Sample(
                json =>
                {
                    var bySchema = IsTakenBySchema(json);
                    var problems = AConfiguration.ProblemsOf(json);

                    (problems.Count == 0).ShouldBe(bySchema, $"{json}\n{string.Join('\n', problems)}");
                    Interlocked.Increment(ref bySchema ? ref taken : ref refused);
                },
                iter: 20_000
            );

        taken.ShouldBeGreaterThan(1000);
        refused.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public void Patterns_are_the_codes_shapes()
    {
        var definitions = s_node["$defs"]!;
        var tool = definitions["tool"]!["properties"]!;
        var queues = s_node["properties"]!["transfer"]!["properties"]!["queues"]!;

        ((string?)definitions["queue"]!["pattern"]).ShouldBe($"^{ConfigurationShapes.Queue}$");
        ((string?)queues["propertyNames"]!["pattern"]).ShouldBe($"^{ConfigurationShapes.QueueWord}$");
        ((string?)tool["name"]!["pattern"]).ShouldBe($"^{ConfigurationShapes.ToolName}$");
        ((string?)tool["function"]!["pattern"]).ShouldBe($"^{ConfigurationShapes.Function}$");
    }

    [Fact]
    public void Every_field_is_explained() =>
        s_node["properties"]!
            .AsObject()
            .Concat(s_node["$defs"]!["tool"]!["properties"]!.AsObject())
            .Concat(s_node["properties"]!["privacy"]!["properties"]!.AsObject())
            .ShouldAllBe(field => !string.IsNullOrWhiteSpace((string?)field.Value!["description"]));

    [Fact]
    public void The_sample_is_taken_by_both()
    {
        var sample = File.ReadAllText(PathOf("car-rental.json"));

        AConfiguration.ProblemsOf(sample).ShouldBeEmpty();
        IsTakenBySchema(sample).ShouldBeTrue();
    }

    private static bool IsTakenBySchema(string json)
    {
        using var document = JsonDocument.Parse(json);
        return s_schema.Evaluate(document.RootElement).IsValid;
    }

    // What JSON schema cannot say: that tools have different names, and how long their schemas may be.
    private static bool IsForASchemaToSay(string json)
    {
        if (JsonNode.Parse(json) is not JsonObject root || root["tools"] is not JsonArray tools)
        {
            return true;
        }

        string[] names = [.. tools.OfType<JsonObject>().Select(tool => tool["name"]?.ToJsonString() ?? "").Order()];
        return names.Distinct().Count() == names.Length
            && tools.OfType<JsonObject>().All(tool => !(tool["inputSchema"]?.ToJsonString().Length > 4096));
    }

    internal static string PathOf(string file, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../configuration", file));
}

using System.Text.Json;
using System.Text.Json.Nodes;
using SonicBridge.Contracts.Configuration;

namespace SonicBridge.Contracts.Tests.Configuration;

/// <summary>docs/call-configuration.md says what is so.</summary>
public sealed class ConfigurationPageTests
{
    private static readonly string s_page = File.ReadAllText(
        ConfigurationSchemaTests.PathOf("../docs/call-configuration.md")
    );
    private static readonly string s_example = s_page.Split("```json\n")[1].Split("```")[0];

    [Fact]
    public void The_example_can_be_used_and_shows_every_field()
    {
        AConfiguration.ProblemsOf(s_example).ShouldBeEmpty();
        JsonNode.Parse(s_example)!.AsObject().Select(field => field.Key).ShouldBe(Fields());
    }

    [Fact]
    public void Every_field_is_explained() =>
        Fields()
            .Where(field => field != "$schema")
            .ShouldAllBe(field =>
                s_page.Contains($"| `{field}", StringComparison.Ordinal)
                || s_page.Contains($"`{field}` |", StringComparison.Ordinal)
            );

    [Fact]
    public void The_sample_that_is_named_is_there() =>
        File.Exists(ConfigurationSchemaTests.PathOf("../samples/CarAvailability/CarAvailabilityFunction.cs"))
            .ShouldBeTrue();

    private static IEnumerable<string> Fields() =>
        JsonNode.Parse(File.ReadAllText(ConfigurationSchemaTests.PathOf("call-configuration.schema.json")))![
            "properties"
        ]!
            .AsObject()
            .Select(field => field.Key);
}

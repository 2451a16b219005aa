using System.Text.Json;
using SonicBridge.Bridge.Tools;
using SonicBridge.Contracts;
using SonicBridge.Contracts.Configuration;

namespace SonicBridge.Bridge.Tests.Tools;

public sealed class BuiltInToolsTests
{
    private static readonly TransferConfiguration s_transfer = new()
    {
        Queue = "arn:own",
        Queues = new Dictionary<string, string> { ["sales"] = "arn:sales", ["billing"] = "arn:billing" },
    };

    [Fact]
    public void Every_call_can_be_transferred_and_ended()
    {
        var offered = OfferedTools.Of(new CallConfiguration());

        offered.Select(tool => tool.Name).ShouldBe(["transfer_to_agent", "end_call"]);
        foreach (var tool in offered)
        {
            JsonElement.Parse(tool.InputSchema).GetProperty("type").GetString().ShouldBe("object");
        }
    }

    [Fact]
    public void A_configured_tool_is_offered_as_it_is_written()
    {
        var offered = OfferedTools.Of(
            new CallConfiguration
            {
                Tools =
                [
                    new ToolConfiguration
                    {
                        Name = "look_up",
                        Description = "Looks it up.",
                        InputSchema = JsonElement.Parse("""{ "type":"object" }"""),
                        Function = "f",
                    },
                ],
            }
        );

        offered[0].Name.ShouldBe("look_up");
        offered[0].Description.ShouldBe("Looks it up.");
        offered[0].InputSchema.ShouldBe("""{ "type":"object" }""");
    }

    [Fact]
    public void The_model_may_choose_among_the_queues_that_the_configuration_names() =>
        JsonElement
            .Parse(BuiltInTools.TransferToAgent(s_transfer).InputSchema)
            .GetProperty("properties")
            .GetProperty("queue")
            .GetProperty("enum")
            .GetRawText()
            .ShouldBe("""["billing","sales"]""");

    [Theory]
    [InlineData("""{"queue":"sales","summary":" Wants a van. "}""", "arn:sales", "Wants a van.")]
    [InlineData("""{"queue":"arn:elsewhere","summary":"Wants a van."}""", "arn:own", "Wants a van.")]
    [InlineData("""{"summary":"Wants a van."}""", "arn:own", "Wants a van.")]
    [InlineData("""{"summary":7}""", "arn:own", null)]
    [InlineData("""{"summary":"\ud800"}""", "arn:own", null)]
    [InlineData("[]", "arn:own", null)]
    [InlineData("", "arn:own", null)]
    public void A_transfer_goes_to_a_queue_that_the_business_named(string arguments, string queue, string? summary) =>
        BuiltInTools.TargetOf(arguments, s_transfer).ShouldBe(new TransferTarget(queue, summary));

    [Fact]
    public void Without_a_queue_of_its_own_the_flow_decides() =>
        BuiltInTools
            .TargetOf("""{"queue":"sales","summary":"A van."}""", null)
            .ShouldBe(new TransferTarget(null, "A van."));

    [Fact]
    public void A_summary_is_short_enough_for_a_contact_attribute()
    {
        var long_ = BuiltInTools.TargetOf($$"""{"summary":"x{{string.Concat(Enumerable.Repeat("😀", 800))}}"}""", null);

        long_.Summary!.Length.ShouldBeLessThanOrEqualTo(BuiltInTools.LongestSummary);
        char.IsHighSurrogate(long_.Summary[^1]).ShouldBeFalse();
    }
}

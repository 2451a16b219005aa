using System.Text.Json.Nodes;
using SonicBridge.Local.Call;
using SonicBridge.Local.Connect.Language;
using SonicBridge.Local.Tests.Connect.Api;

namespace SonicBridge.Local.Tests.Connect;

public sealed class FlowCheckTests
{
    [Fact]
    public void The_products_own_flow_has_no_problem() => FlowCheck.Problems(Product.Built.ContactFlow).ShouldBeEmpty();

    [Theory]
    [InlineData("Type", "\"PlayPrompt\"", "Actions[0].Type")]
    [InlineData("Parameters", """{"Texts":"x","Text":"y"}""", "Actions[0].Parameters.Texts")]
    [InlineData("Parameters", """{"Text":5}""", "Actions[0].Parameters.Text")]
    [InlineData("Parameters", """{"Text":"x","SSML":"y"}""", "Exactly one of")]
    [InlineData("Transitions", """{"NextAction":"end"}""", "NoMatchingError")]
    [InlineData(
        "Transitions",
        """{"NextAction":"gone","Errors":[{"ErrorType":"NoMatchingError","NextAction":"end"}]}""",
        "'gone'"
    )]
    [InlineData("Identifier", "\"say/it\"", "Actions[0].Identifier")]
    [InlineData("Identifier", "\"end\"", "not unique")]
    [InlineData("Identifier", "\"toString\"", "Actions[0].Identifier")]
    public void A_fault_in_an_action_is_named_with_its_place(string member, string value, string named)
    {
        var flow = JsonNode.Parse(AnInstance.Hello)!;
        flow["Actions"]![0]![member] = JsonNode.Parse(value);

        FlowCheck
            .Problems(flow.ToJsonString())
            .ShouldContain(problem => problem.Contains(named, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "not JSON")]
    [InlineData("[]", "not a JSON object")]
    [InlineData("""{"Version":"2019-10-30","StartAction":"a","Actions":[]}""", "Path: Actions")]
    [InlineData("""{"Version":"1","StartAction":"a","Actions":[{}]}""", "Path: Version")]
    public void What_is_no_flow_is_refused(string content, string named) =>
        FlowCheck.Problems(content).ShouldContain(problem => problem.Contains(named, StringComparison.Ordinal));

    [Theory]
    [InlineData("11", true)]
    [InlineData("101", true)]
    [InlineData("102", false)]
    [InlineData("1", false)]
    public void Percentages_are_a_number_below_which_the_drawn_one_lies(string bound, bool isGood)
    {
        var flow = JsonNode.Parse(AnInstance.Hello)!;
        flow["StartAction"] = "split";
        flow["Actions"]!
            .AsArray()
            .Add(
                JsonNode.Parse(
                    $$"""
                    {
                      "Identifier": "split", "Type": "DistributeByPercentage", "Parameters": {},
                      "Transitions": {
                        "NextAction": "end",
                        "Conditions": [{ "NextAction": "say", "Condition": { "Operator": "NumberLessThan", "Operands": ["{{bound}}"] } }],
                        "Errors": [{ "ErrorType": "NoMatchingCondition", "NextAction": "end" }]
                      }
                    }
                    """
                )
            );

        (FlowCheck.Problems(flow.ToJsonString()).Count == 0).ShouldBe(isGood);
    }
}

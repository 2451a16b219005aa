using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SonicBridge.Steps.Tests.Infrastructure;

namespace SonicBridge.Steps.Tests.Template;

/// <summary>Who has deployed is led on, in whatever partition of AWS.</summary>
public sealed partial class OutputTests
{
    private const int MostOutputs = 200;

    private const string Console = """{"Fn::FindInMap":["Partitions",{"Ref":"AWS::Partition"},"Console"]}""";

    public static TheoryData<string> Templates => [DeployedTemplate.File, EcsStack.File];

    [Theory]
    [MemberData(nameof(Templates))]
    public void Each_says_what_it_is_for(string file)
    {
        var outputs = DeployedTemplate.Parse(file)["Outputs"]!.AsObject();
        outputs.Count.ShouldBeInRange(1, MostOutputs);
        foreach (var (name, output) in outputs)
        {
            ((string)output!["Description"]!).ShouldEndWith(".", customMessage: name);
        }
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void Links_lead_to_the_console_of_the_region_and_of_the_partition(string file)
    {
        var template = DeployedTemplate.Parse(file);
        var links = template["Outputs"]!
            .AsObject()
            .Where(output => output.Key.EndsWith("Console", StringComparison.Ordinal))
            .ToList();

        links.Count.ShouldBeGreaterThan(2);
        foreach (var (name, link) in links)
        {
            var text = link!["Value"]!["Fn::Sub"]!;
            ((string)text[0]!).ShouldStartWith("https://${AWS::Region}.${Console}/", customMessage: name);
            ((string)text[0]!).ShouldContain("?region=${AWS::Region}", customMessage: name);
            text[1]!["Console"]!.ToJsonString().ShouldBe(Console, name);
        }

        template["Mappings"]!["Partitions"]!
            .AsObject()
            .Select(partition => $"{partition.Key} {partition.Value!["Console"]}")
            .ShouldBe([
                "aws console.aws.amazon.com",
                "aws-us-gov console.amazonaws-us-gov.com",
                "aws-cn console.amazonaws.cn",
            ]);
    }

    [Fact]
    public void Every_machine_can_be_started_from_its_link_and_the_dashboard_and_the_flow_are_found()
    {
        var outputs = DeployedTemplate.Read()["Outputs"]!;
        foreach (var (id, _) in DeployedTemplate.OfType(DeployedTemplate.Read(), "AWS::StepFunctions::StateMachine"))
        {
            ((string)outputs[$"{id}Console"]!["Value"]!["Fn::Sub"]![0]!).ShouldEndWith(
                $"#/statemachines/view/${{{id}}}"
            );
        }

        ((string)outputs["DashboardConsole"]!["Value"]!["Fn::Sub"]![0]!).ShouldEndWith(
            "#dashboards/dashboard/${Dashboard}"
        );
        outputs["ContactFlowArn"]!["Value"]!.ToJsonString().ShouldBe("""{"Ref":"NovaSonicCallFlow"}""");
        ((string?)outputs["ContactFlowArn"]!["Condition"]).ShouldBe("FlowIsWanted");
    }

    /// <summary>The console's own way to write a slash within the fragment of an address.</summary>
    [Theory]
    [InlineData("StartCallLogs")]
    [InlineData("NextPromptLogs")]
    [InlineData("BridgeLogs")]
    [InlineData("CallStateMachineLogs")]
    public void A_log_is_found_by_the_name_of_its_group(string logs) =>
        DeployedTemplate.Read()["Outputs"]![$"{logs}Console"]!["Value"]!["Fn::Sub"]![1]!["Group"]!
            .ToJsonString()
            .ShouldBe($$$$"""{"Fn::Join":["$252F",{"Fn::Split":["/",{"Ref":"{{{{logs}}}}"}]}]}""");

    /// <summary>The contact flow alone names the account of its export, which the template takes out.</summary>
    [Theory]
    [MemberData(nameof(Templates))]
    public void Nothing_else_names_a_partition_or_its_addresses(string file)
    {
        var template = DeployedTemplate.Parse(file);
        template["Mappings"]!.AsObject().Remove("Partitions");
        template.Remove("Parameters");
        template["Resources"]!.AsObject().Remove("NovaSonicCallFlow");

        PartitionNamed().Matches(template.ToJsonString()).Select(match => match.Value).Distinct().ShouldBeEmpty();
    }

    [GeneratedRegex(@"arn:aws:|aws\.amazon\.com|\.amazonaws\.com/|\.amazonaws\.com\.cn", RegexOptions.None, 1000)]
    private static partial Regex PartitionNamed();
}

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SonicBridge.Steps.Tests.Infrastructure;

namespace SonicBridge.Steps.Tests.Template;

/// <summary>Whoever fills in parameters is told what each is for, and that it is wrong before anything is made.</summary>
public sealed class ParameterTests
{
    private const int MostParameters = 200;

    public static TheoryData<string> Templates => [DeployedTemplate.File, EcsStack.File];

    [Theory]
    [MemberData(nameof(Templates))]
    public void Each_has_a_sentence_and_a_limit(string file)
    {
        var parameters = ParametersOf(file);
        parameters.Count.ShouldBeInRange(1, MostParameters);
        foreach (var (name, parameter) in parameters)
        {
            ((string)parameter!["Description"]!).ShouldEndWith(".", customMessage: name);
            var limited =
                parameter["AllowedValues"] is not null
                || (parameter["AllowedPattern"] is not null && parameter["ConstraintDescription"] is not null)
                || (parameter["MinValue"] is not null && parameter["MaxValue"] is not null);
            limited.ShouldBeTrue(name);
        }
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void Each_has_its_place_in_the_console_and_a_label_there(string file)
    {
        var console = DeployedTemplate.Parse(file)["Metadata"]!["AWS::CloudFormation::Interface"]!;
        var names = ParametersOf(file).Select(parameter => parameter.Key).ToList();
        var labels = console["ParameterLabels"]!.AsObject();

        console["ParameterGroups"]!
            .AsArray()
            .SelectMany(group => group!["Parameters"]!.AsArray())
            .Select(name => (string)name!)
            .ShouldBe(names);
        labels.Select(label => label.Key).ShouldBe(names);
        labels.Select(label => (string)label.Value!["default"]!).ShouldBeUnique();
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void Every_default_keeps_its_own_limit(string file)
    {
        foreach (var (name, parameter) in ParametersOf(file))
        {
            if (parameter!["Default"] is not { } value)
            {
                continue;
            }

            if (parameter["AllowedPattern"] is { } pattern)
            {
                Matches((string)pattern!, (string)value!).ShouldBeTrue(name);
            }

            if (parameter["AllowedValues"] is JsonArray values)
            {
                values.Select(allowed => allowed!.ToString()).ShouldContain(value.ToString(), name);
            }

            if (parameter["MinValue"] is { } least)
            {
                ((int)value).ShouldBeInRange((int)least, (int)parameter["MaxValue"]!, name);
            }
        }
    }

    [Fact]
    public void A_deployment_asks_for_nothing_but_the_stacks_name() =>
        ParametersOf(DeployedTemplate.File).ShouldAllBe(parameter => parameter.Value!["Default"] != null);

    [Theory]
    [InlineData("ClusterName", "calls_1", true)]
    [InlineData("ClusterName", "arn:aws:ecs:us-east-1:111122223333:cluster/calls", false)]
    [InlineData("TaskDefinitionFamily", "nova-sonic-bridge:7", false)]
    [InlineData("CapacityProvider", "nova-sonic-ecs-capacity", true)]
    [InlineData("CapacityProvider", "fargate", false)]
    [InlineData(
        "AgentQueueArn",
        "arn:aws-us-gov:connect:us-gov-west-1:111122223333:instance/" + Id + "/queue/" + Id,
        true
    )]
    [InlineData("AgentQueueArn", "arn:aws:connect:us-east-1:111122223333:instance/" + Id, false)]
    [InlineData("ConnectInstanceId", Id, true)]
    [InlineData("ConnectInstanceId", "arn:aws:connect:us-east-1:111122223333:instance/" + Id, false)]
    [InlineData("BridgeImageTag", "latest build", false)]
    [InlineData("AlarmTopicArn", "arn:aws-cn:sns:cn-north-1:111122223333:on-call", true)]
    [InlineData("AlarmTopicArn", "somebody@example.com", false)]
    public void What_cannot_work_is_refused(string parameter, string value, bool taken) =>
        Matches((string)ParametersOf(DeployedTemplate.File)[parameter]!["AllowedPattern"]!, value).ShouldBe(taken);

    [Fact]
    public void A_queue_without_its_instance_is_refused_where_it_would_deploy_no_flow()
    {
        var rule = DeployedTemplate.Read()["Rules"]!["AQueueComesWithItsInstance"]!;

        rule["RuleCondition"]!.ToJsonString().ShouldBe("""{"Fn::Not":[{"Fn::Equals":[{"Ref":"AgentQueueArn"},""]}]}""");
        rule["Assertions"]!.AsArray().ShouldHaveSingleItem()!["Assert"]!
            .ToJsonString()
            .ShouldBe("""{"Fn::Not":[{"Fn::Equals":[{"Ref":"ConnectInstanceId"},"*"]}]}""");
    }

    private const string Id = "10ca1000-0000-4000-8000-000000000000";

    private static JsonObject ParametersOf(string file) => DeployedTemplate.Parse(file)["Parameters"]!.AsObject();

    // CloudFormation holds the whole value against the pattern.
    private static bool Matches(string pattern, string value) =>
        Regex.IsMatch(value, $"^(?:{pattern})$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
}

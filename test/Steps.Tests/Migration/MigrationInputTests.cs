using System.Text.Json;
using CsCheck;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Tests.Migration;

public sealed class MigrationInputTests
{
    private static readonly MigrationDefaults s_defaults = new(
        "11111111-2222-3333-4444-555555555555",
        "7",
        "invoke-fargate-task",
        "nova-sonic-bridge"
    );

    private static readonly string[] s_fields =
    [
        "dryRun",
        "percentages",
        "stackParameters",
        "room",
        "functionName",
        "x",
    ];

    private static readonly string[] s_values =
    [
        "null",
        "1e400",
        "-0",
        "[[]]",
        """{"a":{}}""",
        "\"\\u0000\"",
        "true",
        "[1,2,100]",
        "99999999999",
    ];

    private static Gen<string> AnyOf(string[] items) => Gen.Int[0, items.Length - 1].Select(at => items[at]);

    private static MigrationPlan Read(string json) => MigrationInput.Read(JsonElement.Parse(json), s_defaults);

    private static string Refusal(string json) => Should.Throw<MigrationRefused>(() => Read(json)).Message;

    [Fact]
    public void An_empty_input_means_the_guides_names_and_the_deployments_defaults()
    {
        var plan = Read("{}");

        plan.FunctionName.ShouldBe("invoke-fargate-task");
        plan.FargateClusterName.ShouldBe("nova-sonic-cluster");
        plan.TaskDefinitionFamily.ShouldBe("nova-sonic-bridge");
        plan.StackName.ShouldBe("nova-sonic-ecs-stack");
        plan.ConnectInstanceId.ShouldBe(s_defaults.ConnectInstanceId);
        plan.ImageTag.ShouldBe("7");
        plan.Percentages.ShouldBe([10, 50, 100]);
        plan.DryRun.ShouldBeFalse();
        plan.Canary.ShouldBeTrue();
    }

    [Theory]
    [InlineData("""{"dryRun":"yes"}""", "'dryRun'")]
    [InlineData("""{"percentages":[50,10,100]}""", "'percentages'")]
    [InlineData("""{"percentages":[10,50]}""", "'percentages'")]
    [InlineData("""{"percentages":[]}""", "'percentages'")]
    [InlineData("""{"percentages":"100"}""", "'percentages'")]
    [InlineData("""{"bakeSeconds":-1}""", "'bakeSeconds'")]
    [InlineData("""{"bakeSeconds":1.5}""", "'bakeSeconds'")]
    [InlineData("""{"functionName":"a function"}""", "'functionName'")]
    [InlineData("""{"functionName":"another"}""", "FargateFunctionName")]
    [InlineData("""{"connectInstanceId":null}""", "'connectInstanceId'")]
    [InlineData("""{"connectInstanceId":"99999999-2222-3333-4444-555555555555"}""", "parameter ConnectInstanceId")]
    [InlineData("""{"taskDefinitionFamily":"another"}""", "parameter TaskDefinitionFamily")]
    [InlineData("""{"stackName":"payroll"}""", "begin with 'nova-sonic-'")]
    [InlineData("""{"stackParameters":["a"]}""", "'stackParameters'")]
    [InlineData("""{"stackParameters":{"MaxSize":3}}""", "'stackParameters.MaxSize'")]
    [InlineData("""{"percentage":[100]}""", "'percentage' is not known")]
    [InlineData("[]", "JSON object")]
    public void A_mistake_is_named(string json, string named) => Refusal(json).ShouldContain(named);

    [Fact]
    public void All_mistakes_are_named_at_once()
    {
        var refusal = Refusal("""{"room":0,"canary":1,"colour":"red"}""");

        refusal.ShouldContain("'room'");
        refusal.ShouldContain("'canary'");
        refusal.ShouldContain("'colour'");
    }

    [Fact]
    public void What_step_functions_adds_to_a_nested_executions_input_is_no_mistake() =>
        Should.NotThrow(() => Read("""{"AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID":"arn"}"""));

    [Fact]
    public void Without_an_instance_in_deployment_and_input_the_field_to_give_is_named() =>
        Should
            .Throw<MigrationRefused>(() =>
                MigrationInput.Read(JsonElement.Parse("{}"), new MigrationDefaults("*", "1", "f", "t"))
            )
            .Message.ShouldContain("'connectInstanceId'");

    [Fact]
    public void A_deployment_for_every_instance_takes_the_one_that_is_given()
    {
        const string Instance = "99999999-2222-3333-4444-555555555555";

        MigrationInput
            .Read(
                JsonElement.Parse($$"""{"connectInstanceId":"{{Instance}}"}"""),
                s_defaults with
                {
                    ConnectInstanceId = "*",
                }
            )
            .ConnectInstanceId.ShouldBe(Instance);
    }

    [Fact]
    public void Whatever_comes_in_is_read_or_refused() =>
        Gen.Select(AnyOf(s_fields), AnyOf(s_values))
            .Sample(
                (field, value) =>
                {
                    try
                    {
                        Read($$"""{"{{field}}":{{value}}}""");
                    }
                    catch (MigrationRefused refused)
                    {
                        refused.Message.ShouldContain($"'{field}");
                    }
                }
            );
}

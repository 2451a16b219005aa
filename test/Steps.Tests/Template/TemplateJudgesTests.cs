using System.Text.Json.Nodes;

namespace SonicBridge.Steps.Tests.Template;

/// <summary>What AWS's own tools say of the template, and what an emulator of CloudFormation makes of it.</summary>
public sealed class TemplateJudgesTests(JudgedTemplate judged) : IClassFixture<JudgedTemplate>
{
    private const int MostResources = 500;
    private const int LargestTemplate = 1 << 20;
    private const int LargestDefinition = 1 << 20;

    /// <summary>What moto's CloudFormation does not know, and leaves out.</summary>
    private static readonly string[] s_unknownToMoto =
    [
        "AnswersSlowAlarm",
        "BackupBucketPolicy",
        "BridgeStoppedDeadLettersPolicy",
        "BridgeStoppedFunctionEventInvokeConfig",
        "BridgesLostAlarm",
        "CallBucketPolicy",
        "CallStateMachineTimeouts",
        "CallsFailedAlarm",
        "ContactDisconnectedDeadLettersPolicy",
        "ContactDisconnectedFunctionEventInvokeConfig",
        "DeadLettersAlarm",
        "FlowFunctionsAlarm",
        "HeartbeatsLostAlarm",
        "LaunchesFailingAlarm",
        "SpotWarningDeadLettersPolicy",
        "SpotWarningFunctionEventInvokeConfig",
        "StartCallConfigurationProblems",
        "ThrottledAlarm",
        "VoiceLostAlarm",
    ];

    /// <summary>What it does not know either, of what is made only where it is wanted.</summary>
    private static readonly string[] s_wantedAndUnknownToMoto =
    [
        "BridgeImageBuild",
        "NextPromptInConnect",
        "NovaSonicCallFlow",
        "StartCallInConnect",
    ];

    [Fact]
    public async Task SAM_translates_what_is_deployed_and_cfn_lint_has_nothing_to_say_of_that() =>
        (await judged.SaidAsync())["said"]!.AsArray().ShouldBeEmpty();

    [Fact]
    public async Task What_SAM_makes_of_it_is_within_the_limits_of_CloudFormation()
    {
        var translated = (await judged.SaidAsync())["translated"]!;

        translated["Resources"]!.AsObject().Count.ShouldBeLessThan(MostResources);
        translated.ToJsonString().Length.ShouldBeLessThan(LargestTemplate);
        DeployedTemplate.Substituted().ToJsonString().Length.ShouldBeLessThan(LargestTemplate);
    }

    [Fact]
    public async Task A_stack_can_be_created_with_nothing_but_its_name()
    {
        var said = await judged.SaidAsync();
        var conditional = Translated(said)
            .Where(resource => (string?)resource.Value!["Condition"] is "FlowIsWanted" or "SourceIsGiven")
            .Select(resource => resource.Key);

        ((string?)said["bare"]!["status"]).ShouldBe("CREATE_COMPLETE");
        LeftOut(said, "bare").ShouldBe(s_unknownToMoto.Concat(conditional), ignoreOrder: true);
        said["bare"]!["reserved"]!.ToJsonString().ShouldBe("{}");
        said["bare"]!["outputs"]!["ContactFlowConsole"].ShouldBeNull();
    }

    [Fact]
    public async Task A_stack_can_be_created_with_all_that_can_be_wanted()
    {
        var said = await judged.SaidAsync();

        ((string?)said["everything"]!["status"]).ShouldBe("CREATE_COMPLETE");
        LeftOut(said, "everything").ShouldBe(s_unknownToMoto.Concat(s_wantedAndUnknownToMoto), ignoreOrder: true);
        said["everything"]!["reserved"]!
            .AsObject()
            .Select(function => $"{function.Key}: {function.Value}")
            .ShouldBe(["invoke-ecs-ec2-task: 5", "next-prompt: 50"], ignoreOrder: true);
    }

    [Fact]
    public async Task Every_function_of_the_stack_is_traced_and_every_log_is_forgotten()
    {
        var said = await judged.SaidAsync();
        var stack = said["everything"]!;

        Translated(said)
            .Where(resource => (string?)resource.Value!["Type"] == "AWS::Lambda::Function")
            .ShouldAllBe(function => (string?)function.Value!["Properties"]!["TracingConfig"]!["Mode"] == "Active");
        stack["retention"]!.AsObject().ShouldAllBe(group => (int)group.Value! == 30);
        stack["queues"]!.AsObject().Count.ShouldBe(3);
        stack["queues"]!.AsObject().ShouldAllBe(queue => queue.Value != null);
    }

    [Fact]
    public async Task Machines_and_dashboard_of_the_stack_are_JSON_in_which_nothing_is_left_to_fill_in()
    {
        var stack = (await judged.SaidAsync())["bare"]!;
        var definitions = stack["definitions"]!.AsObject();

        definitions.Count.ShouldBe(5);
        foreach (var (name, definition) in definitions)
        {
            ((string)definition!).ShouldNotContain("${", customMessage: name);
            ((string)definition!).Length.ShouldBeLessThan(LargestDefinition);
            JsonNode.Parse((string)definition!)!["StartAt"].ShouldNotBeNull();
        }

        var dashboard = (string)stack["dashboard"]!;
        dashboard.ShouldNotContain("${");
        dashboard.ShouldContain("arn:aws:states:us-east-1:123456789012:stateMachine:call");
        JsonNode.Parse(dashboard)!["widgets"]!.AsArray().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Links_of_the_stack_lead_to_what_it_made()
    {
        var outputs = (await judged.SaidAsync())["bare"]!["outputs"]!;

        ((string?)outputs["CallStateMachineConsole"]).ShouldBe(
            "https://us-east-1.console.aws.amazon.com/states/home?region=us-east-1#/statemachines/view/arn:aws:states:us-east-1:123456789012:stateMachine:call"
        );
        ((string?)outputs["DashboardConsole"]).ShouldBe(
            "https://us-east-1.console.aws.amazon.com/cloudwatch/home?region=us-east-1#dashboards/dashboard/nova-sonic"
        );
        ((string?)outputs["StartCallLogsConsole"]).ShouldBe(
            "https://us-east-1.console.aws.amazon.com/cloudwatch/home?region=us-east-1#logsV2:log-groups/log-group/$252Faws$252Flambda$252Finvoke-ecs-ec2-task"
        );
        outputs.AsObject().ShouldAllBe(output => !((string)output.Value!).Contains("${", StringComparison.Ordinal));
    }

    private static JsonObject Translated(JsonObject said) => said["translated"]!["Resources"]!.AsObject();

    private static List<string> LeftOut(JsonObject said, string stack)
    {
        var made = said[stack]!["made"]!.AsArray().Select(id => (string)id!).ToHashSet(StringComparer.Ordinal);
        return [.. Translated(said).Select(resource => resource.Key).Where(id => !made.Contains(id))];
    }
}

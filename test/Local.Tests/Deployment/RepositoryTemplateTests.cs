using System.Runtime.CompilerServices;
using SonicBridge.Local.Deployment;

namespace SonicBridge.Local.Tests.Deployment;

/// <summary>The local cloud can deploy the template of this repository.</summary>
public sealed class RepositoryTemplateTests
{
    private static readonly StackTemplate s_template = new(
        File.ReadAllText(Path.Combine(Root(), "serverless.template")),
        "000000000000",
        "us-east-1",
        "sonic"
    );

    [Fact]
    public void Every_function_gets_its_settings()
    {
        var functions = s_template
            .OfType("AWS::Serverless::Function")
            .ToDictionary(
                id => (string)s_template.Property(id, "FunctionName")!,
                id => s_template.Property(id, "Environment")!["Variables"]!.AsObject()
            );

        functions["invoke-ecs-ec2-task"]
            .ToJsonString()
            .ShouldBe(
                """{"ANNOTATIONS_HANDLER":"StartCall","CALL_BUCKET":"sonic-callbucket","CALL_STATE_MACHINE_ARN":"arn:aws:states:us-east-1:000000000000:stateMachine:call","CONFIGURATION_SOURCE":"S3"}"""
            );
        functions["launch-bridge"]
            .ToJsonString()
            .ShouldBe(
                """{"ANNOTATIONS_HANDLER":"LaunchBridge","ECS_CLUSTER_NAME":"nova-sonic-ecs-cluster","ECS_TASK_DEFINITION":"nova-sonic-bridge","ECS_CAPACITY_PROVIDER":""}"""
            );
        functions["next-prompt"]["CALL_BUCKET"]!.GetValue<string>().ShouldBe("sonic-callbucket");
    }

    [Fact]
    public void The_call_state_machine_names_functions_that_are_there() =>
        s_template
            .Substitute(File.ReadAllText(Path.Combine(Root(), "statemachines", "call.asl.json")))
            .ShouldSatisfyAllConditions(
                definition => definition.ShouldContain("arn:aws:lambda:us-east-1:000000000000:function:launch-bridge"),
                definition => definition.ShouldContain("arn:aws:lambda:us-east-1:000000000000:function:record-outcome"),
                definition => definition.ShouldNotContain("${")
            );

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));
}

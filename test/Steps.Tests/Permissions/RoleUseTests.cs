using System.Text.Json.Nodes;
using SonicBridge.Steps.Tests.Infrastructure;
using SonicBridge.Steps.Tests.Template;

namespace SonicBridge.Steps.Tests.Permissions;

/// <summary>A role is used by one thing, and can be taken on by the service that runs this thing alone.</summary>
public sealed class RoleUseTests
{
    // Members by which a resource takes a role on.
    private static readonly string[] s_takingOn =
    [
        "Role",
        "RoleArn",
        "ServiceRole",
        "TaskRoleArn",
        "ExecutionRoleArn",
        "DeliverLogsPermissionArn",
        "Roles",
    ];

    private static readonly Dictionary<string, string> s_services = new()
    {
        ["AWS::Serverless::Function"] = "lambda.amazonaws.com",
        ["AWS::StepFunctions::StateMachine"] = "states.amazonaws.com",
        ["AWS::ECS::TaskDefinition"] = "ecs-tasks.amazonaws.com",
        ["AWS::CodeBuild::Project"] = "codebuild.amazonaws.com",
        ["AWS::EC2::FlowLog"] = "vpc-flow-logs.amazonaws.com",
        ["AWS::IAM::InstanceProfile"] = "ec2.amazonaws.com",
        ["AWS::Events::Rule"] = "events.amazonaws.com",
        ["AWS::Scheduler::Schedule"] = "scheduler.amazonaws.com",
    };

    // Roles that no resource of the templates takes on: who does, and as which service.
    private static readonly Dictionary<string, (string File, string Says, string Service)> s_elsewhere = new()
    {
        ["BridgeTaskRole"] = ("bridge/task-definition.json", "nova-sonic-bridge-task-role", "ecs-tasks.amazonaws.com"),
        ["BridgeExecutionRole"] = (
            "bridge/task-definition.json",
            "nova-sonic-bridge-execution-role",
            "ecs-tasks.amazonaws.com"
        ),
        ["StackRole"] = ("src/Steps/Deploy/ChangeSets.cs", "RoleARN", "cloudformation.amazonaws.com"),
    };

    [Fact]
    public void No_role_is_used_by_two_and_none_by_nobody()
    {
        foreach (var role in Role.All)
        {
            var users = UsersOf(role).ToList();
            if (s_elsewhere.TryGetValue(role.Id, out var user))
            {
                users.ShouldBeEmpty(role.Id);
                Repository.Read(user.File).ShouldContain(user.Says);
            }
            else
            {
                users.Count.ShouldBe(1, $"{role.Id}: {string.Join(", ", users.Select(used => used.Key))}");
            }
        }
    }

    [Fact]
    public void A_role_trusts_the_service_that_runs_what_uses_it_and_no_other()
    {
        foreach (var role in Role.All)
        {
            var service = s_elsewhere.TryGetValue(role.Id, out var user)
                ? user.Service
                : s_services[(string)UsersOf(role).Single().Value!["Type"]!];
            var trust = role.Properties["AssumeRolePolicyDocument"]!["Statement"]!.AsArray().ShouldHaveSingleItem()!;

            ((string?)trust["Effect"]).ShouldBe("Allow");
            trust["Action"]!.ToJsonString().ShouldBeOneOf("\"sts:AssumeRole\"", "[\"sts:AssumeRole\"]");
            trust["Principal"]!.AsObject().ShouldHaveSingleItem().Key.ShouldBe("Service");
            (
                trust["Principal"]!["Service"] is JsonArray many
                    ? many.ShouldHaveSingleItem()
                    : trust["Principal"]!["Service"]
            )!
                .GetValue<string>()
                .ShouldBe(service, role.Id);
        }
    }

    [Fact]
    public void No_role_has_a_policy_of_AWSs_but_the_shell_on_instances_that_somebody_may_ask_for() =>
        Role
            .All.Where(role => role.Properties["ManagedPolicyArns"] is not null)
            .Select(role => role.Id)
            .ShouldBe(["InstanceRole"]);

    private static IEnumerable<KeyValuePair<string, JsonNode?>> UsersOf(Role role) =>
        role
            .Resources.AsObject()
            .Where(resource =>
                (string?)resource.Value!["Type"] is not ("AWS::IAM::Policy" or "AWS::IAM::ManagedPolicy")
            )
            .Where(resource =>
                EcsStack
                    .Objects(resource.Value!["Properties"])
                    .SelectMany(owner => owner)
                    .Where(member => s_takingOn.Contains(member.Key))
                    .Any(member => member.Value!.ToJsonString().Contains($"\"{role.Id}\"", StringComparison.Ordinal))
            );
}

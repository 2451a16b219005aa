namespace SonicBridge.Steps.Tests.Infrastructure;

/// <summary>Each role may do what its purpose asks for, and no more.</summary>
public sealed class RoleTests
{
    // AWS's service reference names no resource for these.
    private static readonly string[] s_withoutResources =
    [
        "ecr:GetAuthorizationToken",
        "ecs:DiscoverPollEndpoint",
        "logs:DescribeLogGroups",
    ];

    [Fact]
    public void What_needs_no_resource_stands_in_a_statement_of_its_own() =>
        EcsStack
            .Statements()
            .Where(statement => EcsStack.Actions(statement).Intersect(s_withoutResources).Any())
            .ShouldAllBe(statement => EcsStack.Actions(statement).Count() == 1);

    [Fact]
    public void An_instance_serves_this_cluster_alone_and_starts_no_task()
    {
        var statements = EcsStack.Statements(EcsStack.Properties("InstanceRole")).ToList();

        statements
            .SelectMany(EcsStack.Actions)
            .Where(action => action.StartsWith("ecs:", StringComparison.Ordinal))
            .ShouldBe(
                [
                    "ecs:DiscoverPollEndpoint",
                    "ecs:RegisterContainerInstance",
                    "ecs:DeregisterContainerInstance",
                    "ecs:SubmitAttachmentStateChanges",
                    "ecs:SubmitContainerStateChange",
                    "ecs:SubmitTaskStateChange",
                    "ecs:Poll",
                    "ecs:StartTelemetrySession",
                    "ecs:UpdateContainerInstancesState",
                ],
                ignoreOrder: true
            );
        statements.Single(statement => EcsStack.Actions(statement).Contains("ecs:RegisterContainerInstance"))[
            "Resource"
        ]!
            .ToJsonString()
            .ShouldBe("""{"Fn::GetAtt":["Cluster","Arn"]}""");
        statements.Single(statement => EcsStack.Actions(statement).Contains("ecs:Poll"))["Condition"]!
            .ToJsonString()
            .ShouldBe("""{"ArnEquals":{"ecs:cluster":{"Fn::GetAtt":["Cluster","Arn"]}}}""");
    }

    [Fact]
    public void Images_come_from_one_repository_and_logs_go_to_one_group()
    {
        var statements = EcsStack.Statements().ToList();

        statements
            .Where(statement => EcsStack.Actions(statement).Contains("ecr:BatchGetImage"))
            .ShouldAllBe(statement =>
                statement["Resource"]!
                    .ToJsonString()
                    .Contains(":repository/${RepositoryName}", StringComparison.Ordinal)
            );
        statements
            .Where(statement => EcsStack.Actions(statement).Contains("logs:PutLogEvents"))
            .Select(statement => statement["Resource"]!.ToJsonString())
            .Distinct()
            .ShouldBe(["""{"Fn::GetAtt":["FlowLogs","Arn"]}""", """{"Fn::GetAtt":["StandbyLogs","Arn"]}"""]);
    }

    [Fact]
    public void A_shell_on_instances_is_open_only_when_asked_for()
    {
        EcsStack.Properties("InstanceRole")["ManagedPolicyArns"]!["Fn::If"]!
            .ToJsonString()
            .ShouldBe(
                """["SessionManagerIsWanted",[{"Fn::Sub":"arn:${AWS::Partition}:iam::aws:policy/AmazonSSMManagedInstanceCore"}],{"Ref":"AWS::NoValue"}]"""
            );
        ((string?)EcsStack.Read()["Parameters"]!["SessionManager"]!["Default"]).ShouldBe("No");
        EcsStack.Properties("LaunchTemplate")["LaunchTemplateData"]!["KeyName"].ShouldBeNull();
    }

    [Fact]
    public void A_standby_bridge_may_do_nothing_in_AWS() =>
        EcsStack.Properties("StandbyTask")["TaskRoleArn"].ShouldBeNull();

    [Fact]
    public void Roles_have_names_by_which_a_deploying_role_can_be_held_to_them() =>
        EcsStack
            .OfType("AWS::IAM::Role")
            .ShouldAllBe(role =>
                ((string)role.Properties["RoleName"]!).StartsWith("nova-sonic-", StringComparison.Ordinal)
            );
}

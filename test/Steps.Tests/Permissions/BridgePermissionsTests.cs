using System.Reflection;
using SonicBridge.Bridge.Kvs.Matroska;
using SonicBridge.Contracts;

namespace SonicBridge.Steps.Tests.Permissions;

/// <summary>The role of the bridge's task allows the requests that the bridge's code can make, and no other.</summary>
public sealed class BridgePermissionsTests
{
    private static readonly Assembly s_bridge = typeof(MkvParser).Assembly;

    [Fact]
    public void The_role_allows_every_request_that_the_code_makes_and_no_other()
    {
        var code = new ReachableCode([s_bridge, typeof(CallStore).Assembly], [s_bridge.EntryPoint!]);

        RequiredPermissions.Of(code).ShouldBeAllowedBy(Role.Named("BridgeTaskRole"));
    }

    /// <summary>What ECS does to start a task whose image lies in ECR and whose log goes to CloudWatch.</summary>
    [Theory]
    [InlineData("BridgeExecutionRole")]
    [InlineData("StandbyExecutionRole")]
    public void ECS_may_pull_the_image_and_write_the_log_and_nothing_else(string role) =>
        Role
            .All.Single(one => one.Id == role)
            .Permissions.ShouldBe(
                [
                    "ecr:GetAuthorizationToken",
                    "ecr:BatchCheckLayerAvailability",
                    "ecr:BatchGetImage",
                    "ecr:GetDownloadUrlForLayer",
                    "logs:CreateLogStream",
                    "logs:PutLogEvents",
                ],
                ignoreOrder: true
            );
}

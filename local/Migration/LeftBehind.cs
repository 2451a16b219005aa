using System.Text.Json.Nodes;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.Moto;

namespace SonicBridge.Local.Migration;

/// <summary>Removes what moto leaves behind of a stack that it has deleted.</summary>
internal static class LeftBehind
{
    private const string Ecs = "AmazonEC2ContainerServiceV20141113.";

    // What depends on something else comes before it.
    private static readonly (string Type, string Action, string Name)[] Network =
    [
        ("AWS::EC2::VPCEndpoint", "DeleteVpcEndpoints", "VpcEndpointId.1"),
        ("AWS::EC2::NatGateway", "DeleteNatGateway", "NatGatewayId"),
        ("AWS::EC2::Subnet", "DeleteSubnet", "SubnetId"),
        ("AWS::EC2::RouteTable", "DeleteRouteTable", "RouteTableId"),
        ("AWS::EC2::SecurityGroup", "DeleteSecurityGroup", "GroupId"),
        ("AWS::EC2::VPC", "DeleteVpc", "VpcId"),
    ];

    /// <param name="alarms">The request that deletes the stack's alarms.</param>
    public static async Task RemoveAsync(
        DoorClient door,
        StackResources resources,
        IReadOnlyList<string> instances,
        Dictionary<string, string> alarms,
        CancellationToken cancellationToken
    )
    {
        await TryAsync(() => door.QueryAsync("monitoring", alarms, cancellationToken));
        foreach (var instance in instances)
        {
            await Ec2Async("TerminateInstances", "InstanceId.1", instance);
        }

        foreach (var service in resources.OfType("AWS::ECS::Service"))
        {
            var cluster = service.Split('/') is [_, var name, _] ? name : "default";
            await AskAsync(
                "DeleteService",
                new JsonObject
                {
                    ["cluster"] = cluster,
                    ["service"] = service,
                    ["force"] = true,
                }
            );
        }

        foreach (var cluster in resources.OfType("AWS::ECS::Cluster"))
        {
            await AskAsync("DeleteCluster", new JsonObject { ["cluster"] = cluster });
        }

        foreach (var group in resources.OfType("AWS::ElasticLoadBalancingV2::TargetGroup"))
        {
            await TryAsync(() =>
                door.QueryAsync(
                    "elasticloadbalancing",
                    Form("DeleteTargetGroup", "2015-12-01", "TargetGroupArn", group),
                    cancellationToken
                )
            );
        }

        foreach (var (type, action, name) in Network)
        {
            foreach (var id in resources.OfType(type))
            {
                await Ec2Async(action, name, id);
            }
        }

        Task Ec2Async(string action, string name, string id) =>
            TryAsync(() => door.QueryAsync("ec2", Form(action, "2016-11-15", name, id), cancellationToken));

        Task AskAsync(string operation, JsonObject request) =>
            TryAsync(() => door.JsonAsync("ecs", Ecs + operation, request, cancellationToken));
    }

    private static Dictionary<string, string> Form(string action, string version, string name, string value) =>
        new()
        {
            ["Action"] = action,
            ["Version"] = version,
            [name] = value,
        };

    private static async Task TryAsync(Func<Task> remove)
    {
        try
        {
            await remove();
        }
        catch (AwsException)
        {
            // Gone with the stack, which is what was wanted.
        }
    }
}

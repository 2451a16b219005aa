using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.Moto;

namespace SonicBridge.Local.Migration;

/// <summary>
/// The instances of a stack that moto has made: they boot, that is, register with the stack's cluster and as targets of
/// its load balancer; and they go when the stack goes, which moto alone would not see to.
/// </summary>
/// <param name="door">Where moto is asked, as an instance's agent would.</param>
public sealed class InstancesBoot(DoorClient door) : IStackInhabitants
{
    private const string Ecs = "AmazonEC2ContainerServiceV20141113.";

    // The first of the ports that ECS gives containers of an instance.
    private const string HostPort = "32768";

    private readonly ConcurrentDictionary<string, Dictionary<string, string>> _alarms = new(StringComparer.Ordinal);

    public async Task MoveInAsync(
        string stack,
        string template,
        IReadOnlyDictionary<string, string> parameters,
        CancellationToken cancellationToken
    )
    {
        var resources = await StackResources.OfAsync(door, stack, cancellationToken);
        var instances = await InstancesOfAsync(resources, cancellationToken);
        foreach (var cluster in resources.OfType("AWS::ECS::Cluster"))
        {
            var known = await RegisteredAsync(cluster, cancellationToken);
            foreach (var instance in instances.Where(instance => !known.ContainsKey(instance)))
            {
                var document = new JsonObject { ["instanceId"] = instance, ["region"] = LocalAccount.Region };
                await AskEcsAsync(
                    "RegisterContainerInstance",
                    new JsonObject { ["cluster"] = cluster, ["instanceIdentityDocument"] = document.ToJsonString() },
                    cancellationToken
                );
            }
        }

        await TargetsAsync("RegisterTargets", resources, instances, cancellationToken);
        var leftOut = new LeftOut(door, template, parameters);
        await leftOut.MakeAsync(resources, cancellationToken);
        _alarms[stack] = leftOut.AlarmsToDelete();
    }

    public async Task<Func<CancellationToken, Task>> MoveOutAsync(string stack, CancellationToken cancellationToken)
    {
        var resources = await StackResources.OfAsync(door, stack, cancellationToken);
        var instances = await InstancesOfAsync(resources, cancellationToken);
        await TargetsAsync("DeregisterTargets", resources, instances, cancellationToken);
        foreach (var cluster in resources.OfType("AWS::ECS::Cluster"))
        {
            foreach (var (_, arn) in await RegisteredAsync(cluster, cancellationToken))
            {
                await AskEcsAsync(
                    "DeregisterContainerInstance",
                    new JsonObject
                    {
                        ["cluster"] = cluster,
                        ["containerInstance"] = arn,
                        ["force"] = true,
                    },
                    cancellationToken
                );
            }
        }

        return token =>
            LeftBehind.RemoveAsync(door, resources, instances, _alarms.GetValueOrDefault(stack) ?? [], token);
    }

    private async Task<IReadOnlyList<string>> InstancesOfAsync(StackResources resources, CancellationToken cancellation)
    {
        var groups = resources.OfType("AWS::AutoScaling::AutoScalingGroup").ToList();
        if (groups.Count == 0)
        {
            return [];
        }

        var form = new Dictionary<string, string>
        {
            ["Action"] = "DescribeAutoScalingGroups",
            ["Version"] = "2011-01-01",
        };
        for (var i = 0; i < groups.Count; i++)
        {
            form[string.Create(CultureInfo.InvariantCulture, $"AutoScalingGroupNames.member.{i + 1}")] = groups[i];
        }

        var answer = await door.QueryAsync("autoscaling", form, cancellation);
        return
        [
            .. answer.Descendants().Where(static e => e.Name.LocalName == "InstanceId").Select(static e => e.Value),
        ];
    }

    /// <returns>The container instances' ARNs by the ids of their instances.</returns>
    private async Task<IReadOnlyDictionary<string, string>> RegisteredAsync(
        string cluster,
        CancellationToken cancellationToken
    )
    {
        var request = new JsonObject { ["cluster"] = cluster };
        var arns = (await AskEcsAsync("ListContainerInstances", request, cancellationToken))["containerInstanceArns"];
        if (arns is not JsonArray { Count: > 0 })
        {
            return new Dictionary<string, string>();
        }

        var described = await AskEcsAsync(
            "DescribeContainerInstances",
            new JsonObject { ["cluster"] = cluster, ["containerInstances"] = arns.DeepClone() },
            cancellationToken
        );
        return described["containerInstances"]!
            .AsArray()
            .ToDictionary(
                static instance => (string)instance!["ec2InstanceId"]!,
                static instance => (string)instance!["containerInstanceArn"]!
            );
    }

    private async Task TargetsAsync(
        string action,
        StackResources resources,
        IReadOnlyList<string> instances,
        CancellationToken cancellationToken
    )
    {
        foreach (var group in resources.OfType("AWS::ElasticLoadBalancingV2::TargetGroup"))
        {
            var form = new Dictionary<string, string>
            {
                ["Action"] = action,
                ["Version"] = "2015-12-01",
                ["TargetGroupArn"] = group,
            };
            for (var i = 0; i < instances.Count; i++)
            {
                var target = string.Create(CultureInfo.InvariantCulture, $"Targets.member.{i + 1}");
                form[$"{target}.Id"] = instances[i];
                form[$"{target}.Port"] = HostPort;
            }

            if (instances.Count > 0)
            {
                await door.QueryAsync("elasticloadbalancing", form, cancellationToken);
            }
        }
    }

    private Task<JsonObject> AskEcsAsync(string operation, JsonObject request, CancellationToken cancellationToken) =>
        door.JsonAsync("ecs", Ecs + operation, request, cancellationToken);
}

using System.Globalization;
using System.Text.Json.Nodes;
using SonicBridge.Local.Deployment;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.Moto;

namespace SonicBridge.Local.Migration;

/// <summary>Makes the resources of a stack that moto's CloudFormation leaves out: capacity providers and alarms.</summary>
internal sealed class LeftOut(DoorClient door, string template, IReadOnlyDictionary<string, string> parameters)
{
    private const string Ecs = "AmazonEC2ContainerServiceV20141113.";

    private static readonly string[] AlarmSettings =
    [
        "AlarmName",
        "AlarmDescription",
        "Namespace",
        "MetricName",
        "Statistic",
        "Period",
        "EvaluationPeriods",
        "DatapointsToAlarm",
        "ComparisonOperator",
        "Threshold",
        "TreatMissingData",
    ];

    private readonly StackTemplate _template = new(template, LocalAccount.Id, LocalAccount.Region, "stack", parameters);

    public async Task MakeAsync(StackResources resources, CancellationToken cancellationToken)
    {
        var providers = new List<string>();
        var group = resources.OfType("AWS::AutoScaling::AutoScalingGroup").FirstOrDefault();
        foreach (var provider in _template.OfType("AWS::ECS::CapacityProvider"))
        {
            if (group is not null && Text(provider, "Name") is { } name)
            {
                await CreateProviderAsync(name, group, cancellationToken);
                providers.Add(name);
            }
        }

        foreach (var cluster in resources.OfType("AWS::ECS::Cluster").Where(_ => providers.Count > 0))
        {
            await door.JsonAsync(
                "ecs",
                $"{Ecs}PutClusterCapacityProviders",
                new JsonObject
                {
                    ["cluster"] = cluster,
                    ["capacityProviders"] = new JsonArray([.. providers.Select(static p => (JsonNode?)p)]),
                    ["defaultCapacityProviderStrategy"] = new JsonArray(),
                },
                cancellationToken
            );
        }

        foreach (var alarm in _template.OfType("AWS::CloudWatch::Alarm"))
        {
            await PutAlarmAsync(alarm, cancellationToken);
        }
    }

    /// <summary>The request that deletes the stack's alarms, which moto would leave.</summary>
    public Dictionary<string, string> AlarmsToDelete()
    {
        var form = new Dictionary<string, string> { ["Action"] = "DeleteAlarms", ["Version"] = "2010-08-01" };
        var names = _template
            .OfType("AWS::CloudWatch::Alarm")
            .Select(alarm => Text(alarm, "AlarmName"))
            .OfType<string>();
        foreach (var (index, name) in names.Index())
        {
            form[string.Create(CultureInfo.InvariantCulture, $"AlarmNames.member.{index + 1}")] = name;
        }

        return form;
    }

    private async Task CreateProviderAsync(string name, string group, CancellationToken cancellationToken)
    {
        try
        {
            await door.JsonAsync(
                "ecs",
                $"{Ecs}CreateCapacityProvider",
                new JsonObject
                {
                    ["name"] = name,
                    ["autoScalingGroupProvider"] = new JsonObject
                    {
                        ["autoScalingGroupArn"] = LocalAccount.Arn(
                            "autoscaling",
                            $"autoScalingGroup:{Guid.Empty}:autoScalingGroupName/{group}"
                        ),
                    },
                },
                cancellationToken
            );
        }
        catch (AwsException e) when (e.Message.Contains("already", StringComparison.OrdinalIgnoreCase))
        {
            // The stack is updated: it is there.
        }
    }

    private async Task PutAlarmAsync(string alarm, CancellationToken cancellationToken)
    {
        var form = new Dictionary<string, string> { ["Action"] = "PutMetricAlarm", ["Version"] = "2010-08-01" };
        foreach (var setting in AlarmSettings)
        {
            if (Text(alarm, setting) is { } value)
            {
                form[setting] = value;
            }
        }

        // An alarm over an expression of several metrics is told by the first of them.
        if (!form.ContainsKey("MetricName"))
        {
            form["MetricName"] = alarm;
            form["Namespace"] = "SonicBridge/Local";
            form["Statistic"] = "Maximum";
            form["Period"] = 60.ToString(CultureInfo.InvariantCulture);
        }

        await door.QueryAsync("monitoring", form, cancellationToken);
    }

    /// <summary>A setting that is written out or is a parameter's default; null when it is worked out otherwise.</summary>
    private string? Text(string logicalId, string property)
    {
        try
        {
            return _template.Property(logicalId, property)?.ToString();
        }
        catch (StackTemplateException)
        {
            return null;
        }
    }
}

using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;

namespace SonicBridge.Steps.Verify;

/// <summary>The deployment's alarms, known by their names.</summary>
internal static class RaisedAlarms
{
    private const string Prefix = "nova-sonic-";

    /// <summary>Those that are raised now, each with its reason.</summary>
    public static async Task<IReadOnlyList<string>> ListAsync(IAmazonCloudWatch cloudWatch)
    {
        var raised = new List<string>();
        var request = new DescribeAlarmsRequest { AlarmNamePrefix = Prefix, StateValue = StateValue.ALARM };
        do
        {
            var page = await cloudWatch.DescribeAlarmsAsync(request);
            raised.AddRange(
                (page.MetricAlarms ?? [])
                    .Where(alarm => alarm.StateValue == StateValue.ALARM)
                    .Select(alarm => $"{alarm.AlarmName} ({alarm.StateReason?.TrimEnd('.')})")
            );
            raised.AddRange(
                (page.CompositeAlarms ?? [])
                    .Where(alarm => alarm.StateValue == StateValue.ALARM)
                    .Select(alarm => $"{alarm.AlarmName} ({alarm.StateReason?.TrimEnd('.')})")
            );
            request.NextToken = page.NextToken;
        } while (request.NextToken is { Length: > 0 });

        return raised;
    }
}

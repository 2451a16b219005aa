using Amazon;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.Runtime;

namespace SonicBridge.Steps.Tests.Verify;

/// <summary>CloudWatch with some alarms, one on a page.</summary>
internal sealed class FakeCloudWatch()
    : AmazonCloudWatchClient(new BasicAWSCredentials("nobody", "nothing"), RegionEndpoint.USEast1)
{
    public List<(string Name, string State)> Alarms { get; } = [];

    public override Task<DescribeAlarmsResponse> DescribeAlarmsAsync(
        DescribeAlarmsRequest request,
        CancellationToken cancellationToken = default
    )
    {
        var found = Alarms
            .Where(alarm =>
                alarm.Name.StartsWith(request.AlarmNamePrefix, StringComparison.Ordinal)
                && alarm.State == request.StateValue.Value
            )
            .ToList();
        var start = request.NextToken is { } token ? int.Parse(token, null) : 0;
        return Task.FromResult(
            new DescribeAlarmsResponse
            {
                MetricAlarms =
                [
                    .. found
                        .Skip(start)
                        .Take(1)
                        .Select(alarm => new MetricAlarm
                        {
                            AlarmName = alarm.Name,
                            StateReason = "above 1.",
                            StateValue = StateValue.ALARM,
                        }),
                ],
                NextToken = start + 1 < found.Count ? $"{start + 1}" : null,
            }
        );
    }
}

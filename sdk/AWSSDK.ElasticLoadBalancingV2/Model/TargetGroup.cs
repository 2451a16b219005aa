using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.ElasticLoadBalancingV2.Model;

/// <summary>A target group.</summary>
public partial class TargetGroup
{
    public bool? HealthCheckEnabled { get; set; }

    public int? HealthCheckIntervalSeconds { get; set; }

    public string HealthCheckPath { get; set; }

    public string HealthCheckPort { get; set; }

    public ProtocolEnum HealthCheckProtocol { get; set; }

    public int? HealthCheckTimeoutSeconds { get; set; }

    public int? HealthyThresholdCount { get; set; }

    public TargetGroupIpAddressTypeEnum IpAddressType { get; set; }

    public List<string> LoadBalancerArns { get; set; } = Unset.List<string>();

    public Matcher Matcher { get; set; }

    public int? Port { get; set; }

    public ProtocolEnum Protocol { get; set; }

    public string ProtocolVersion { get; set; }

    public int? TargetControlPort { get; set; }

    public string TargetGroupArn { get; set; }

    public string TargetGroupName { get; set; }

    public TargetTypeEnum TargetType { get; set; }

    public int? UnhealthyThresholdCount { get; set; }

    public string VpcId { get; set; }
}

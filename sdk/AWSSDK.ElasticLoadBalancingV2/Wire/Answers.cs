using System.Xml.Linq;
using Amazon.ElasticLoadBalancingV2.Model;
using Amazon.StandIns;

namespace Amazon.ElasticLoadBalancingV2.Wire;

/// <summary>The members of what is answered, by their wire names.</summary>
internal static class Answers
{
    public static DescribeTargetGroupsResponse DescribeTargetGroupsResponseOf(XElement xml) =>
        new() { NextMarker = xml.Text("NextMarker"), TargetGroups = xml.List("TargetGroups", TargetGroupOf) };

    public static TargetGroup TargetGroupOf(XElement xml) =>
        new()
        {
            HealthCheckEnabled = xml.Flag("HealthCheckEnabled"),
            HealthCheckIntervalSeconds = xml.Number("HealthCheckIntervalSeconds"),
            HealthCheckPath = xml.Text("HealthCheckPath"),
            HealthCheckPort = xml.Text("HealthCheckPort"),
            HealthCheckProtocol = xml.Text("HealthCheckProtocol"),
            HealthCheckTimeoutSeconds = xml.Number("HealthCheckTimeoutSeconds"),
            HealthyThresholdCount = xml.Number("HealthyThresholdCount"),
            IpAddressType = xml.Text("IpAddressType"),
            LoadBalancerArns = xml.Texts("LoadBalancerArns"),
            Matcher = xml.Object("Matcher", MatcherOf),
            Port = xml.Number("Port"),
            Protocol = xml.Text("Protocol"),
            ProtocolVersion = xml.Text("ProtocolVersion"),
            TargetControlPort = xml.Number("TargetControlPort"),
            TargetGroupArn = xml.Text("TargetGroupArn"),
            TargetGroupName = xml.Text("TargetGroupName"),
            TargetType = xml.Text("TargetType"),
            UnhealthyThresholdCount = xml.Number("UnhealthyThresholdCount"),
            VpcId = xml.Text("VpcId"),
        };

    public static Matcher MatcherOf(XElement xml) =>
        new() { GrpcCode = xml.Text("GrpcCode"), HttpCode = xml.Text("HttpCode") };

    public static DescribeTargetHealthResponse DescribeTargetHealthResponseOf(XElement xml) =>
        new() { TargetHealthDescriptions = xml.List("TargetHealthDescriptions", TargetHealthDescriptionOf) };

    public static TargetHealthDescription TargetHealthDescriptionOf(XElement xml) =>
        new()
        {
            AdministrativeOverride = xml.Object("AdministrativeOverride", AdministrativeOverrideOf),
            AnomalyDetection = xml.Object("AnomalyDetection", AnomalyDetectionOf),
            HealthCheckPort = xml.Text("HealthCheckPort"),
            Target = xml.Object("Target", TargetDescriptionOf),
            TargetHealth = xml.Object("TargetHealth", TargetHealthOf),
        };

    public static AdministrativeOverride AdministrativeOverrideOf(XElement xml) =>
        new()
        {
            Description = xml.Text("Description"),
            Reason = xml.Text("Reason"),
            State = xml.Text("State"),
        };

    public static AnomalyDetection AnomalyDetectionOf(XElement xml) =>
        new() { MitigationInEffect = xml.Text("MitigationInEffect"), Result = xml.Text("Result") };

    public static TargetDescription TargetDescriptionOf(XElement xml) =>
        new()
        {
            AvailabilityZone = xml.Text("AvailabilityZone"),
            Id = xml.Text("Id"),
            Port = xml.Number("Port"),
            QuicServerId = xml.Text("QuicServerId"),
        };

    public static TargetHealth TargetHealthOf(XElement xml) =>
        new()
        {
            Description = xml.Text("Description"),
            Reason = xml.Text("Reason"),
            State = xml.Text("State"),
        };
}

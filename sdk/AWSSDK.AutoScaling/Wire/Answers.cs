using System.Xml.Linq;
using Amazon.AutoScaling.Model;
using Amazon.StandIns;

namespace Amazon.AutoScaling.Wire;

/// <summary>The members of what is answered, by their wire names.</summary>
internal static class Answers
{
    public static DescribeAutoScalingGroupsResponse DescribeAutoScalingGroupsResponseOf(XElement xml) =>
        new()
        {
            AutoScalingGroups = xml.List("AutoScalingGroups", AutoScalingGroupOf),
            NextToken = xml.Text("NextToken"),
        };

    public static AutoScalingGroup AutoScalingGroupOf(XElement xml) =>
        new()
        {
            AutoScalingGroupARN = xml.Text("AutoScalingGroupARN"),
            AutoScalingGroupName = xml.Text("AutoScalingGroupName"),
            AvailabilityZoneIds = xml.Texts("AvailabilityZoneIds"),
            AvailabilityZones = xml.Texts("AvailabilityZones"),
            CapacityRebalance = xml.Flag("CapacityRebalance"),
            Context = xml.Text("Context"),
            CreatedTime = xml.Time("CreatedTime"),
            DefaultCooldown = xml.Number("DefaultCooldown"),
            DefaultInstanceWarmup = xml.Number("DefaultInstanceWarmup"),
            DesiredCapacity = xml.Number("DesiredCapacity"),
            DesiredCapacityType = xml.Text("DesiredCapacityType"),
            EnabledMetrics = xml.List("EnabledMetrics", EnabledMetricOf),
            HealthCheckGracePeriod = xml.Number("HealthCheckGracePeriod"),
            HealthCheckType = xml.Text("HealthCheckType"),
            Instances = xml.List("Instances", InstanceOf),
            LaunchConfigurationName = xml.Text("LaunchConfigurationName"),
            LaunchTemplate = xml.Object("LaunchTemplate", LaunchTemplateSpecificationOf),
            LoadBalancerNames = xml.Texts("LoadBalancerNames"),
            MaxInstanceLifetime = xml.Number("MaxInstanceLifetime"),
            MaxSize = xml.Number("MaxSize"),
            MinSize = xml.Number("MinSize"),
            NewInstancesProtectedFromScaleIn = xml.Flag("NewInstancesProtectedFromScaleIn"),
            PlacementGroup = xml.Text("PlacementGroup"),
            PredictedCapacity = xml.Number("PredictedCapacity"),
            ServiceLinkedRoleARN = xml.Text("ServiceLinkedRoleARN"),
            Status = xml.Text("Status"),
            SuspendedProcesses = xml.List("SuspendedProcesses", SuspendedProcessOf),
            Tags = xml.List("Tags", TagDescriptionOf),
            TargetGroupARNs = xml.Texts("TargetGroupARNs"),
            TerminationPolicies = xml.Texts("TerminationPolicies"),
            VPCZoneIdentifier = xml.Text("VPCZoneIdentifier"),
        };

    public static EnabledMetric EnabledMetricOf(XElement xml) =>
        new() { Granularity = xml.Text("Granularity"), Metric = xml.Text("Metric") };

    public static Instance InstanceOf(XElement xml) =>
        new()
        {
            AvailabilityZone = xml.Text("AvailabilityZone"),
            AvailabilityZoneId = xml.Text("AvailabilityZoneId"),
            HealthStatus = xml.Text("HealthStatus"),
            ImageId = xml.Text("ImageId"),
            InstanceId = xml.Text("InstanceId"),
            InstanceType = xml.Text("InstanceType"),
            LaunchConfigurationName = xml.Text("LaunchConfigurationName"),
            LaunchTemplate = xml.Object("LaunchTemplate", LaunchTemplateSpecificationOf),
            LifecycleState = xml.Text("LifecycleState"),
            ProtectedFromScaleIn = xml.Flag("ProtectedFromScaleIn"),
            WeightedCapacity = xml.Text("WeightedCapacity"),
        };

    public static LaunchTemplateSpecification LaunchTemplateSpecificationOf(XElement xml) =>
        new()
        {
            LaunchTemplateId = xml.Text("LaunchTemplateId"),
            LaunchTemplateName = xml.Text("LaunchTemplateName"),
            Version = xml.Text("Version"),
        };

    public static SuspendedProcess SuspendedProcessOf(XElement xml) =>
        new() { ProcessName = xml.Text("ProcessName"), SuspensionReason = xml.Text("SuspensionReason") };

    public static TagDescription TagDescriptionOf(XElement xml) =>
        new()
        {
            Key = xml.Text("Key"),
            PropagateAtLaunch = xml.Flag("PropagateAtLaunch"),
            ResourceId = xml.Text("ResourceId"),
            ResourceType = xml.Text("ResourceType"),
            Value = xml.Text("Value"),
        };
}

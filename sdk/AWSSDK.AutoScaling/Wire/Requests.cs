using Amazon.AutoScaling.Model;
using Amazon.StandIns;

namespace Amazon.AutoScaling.Wire;

/// <summary>The members of what is sent, under their wire names.</summary>
internal static class Requests
{
    public static void Write(QueryForm form, DescribeAutoScalingGroupsRequest value)
    {
        form.Texts("AutoScalingGroupNames", value.AutoScalingGroupNames);
        form.List("Filters", value.Filters, Write);
        form.Flag("IncludeInstances", value.IncludeInstances);
        form.Number("MaxRecords", value.MaxRecords);
        form.Text("NextToken", value.NextToken);
    }

    public static void Write(QueryForm form, SetInstanceProtectionRequest value)
    {
        form.Text("AutoScalingGroupName", value.AutoScalingGroupName);
        form.Texts("InstanceIds", value.InstanceIds);
        form.Flag("ProtectedFromScaleIn", value.ProtectedFromScaleIn);
    }

    public static void Write(QueryForm form, UpdateAutoScalingGroupRequest value)
    {
        form.Text("AutoScalingGroupName", value.AutoScalingGroupName);
        form.Number("DesiredCapacity", value.DesiredCapacity);
        form.Number("MaxSize", value.MaxSize);
        form.Number("MinSize", value.MinSize);
        form.Flag("NewInstancesProtectedFromScaleIn", value.NewInstancesProtectedFromScaleIn);
    }

    public static void Write(QueryForm form, Filter value)
    {
        form.Text("Name", value.Name);
        form.Texts("Values", value.Values);
    }
}

using Amazon.ElasticLoadBalancingV2.Model;
using Amazon.StandIns;

namespace Amazon.ElasticLoadBalancingV2.Wire;

/// <summary>The members of what is sent, under their wire names.</summary>
internal static class Requests
{
    public static void Write(QueryForm form, DescribeTargetGroupsRequest value)
    {
        form.Text("LoadBalancerArn", value.LoadBalancerArn);
        form.Text("Marker", value.Marker);
        form.Texts("Names", value.Names);
        form.Number("PageSize", value.PageSize);
        form.Texts("TargetGroupArns", value.TargetGroupArns);
    }

    public static void Write(QueryForm form, DescribeTargetHealthRequest value)
    {
        form.Texts("Include", value.Include);
        form.Text("TargetGroupArn", value.TargetGroupArn);
        form.List("Targets", value.Targets, Write);
    }

    public static void Write(QueryForm form, TargetDescription value)
    {
        form.Text("AvailabilityZone", value.AvailabilityZone);
        form.Text("Id", value.Id);
        form.Number("Port", value.Port);
        form.Text("QuicServerId", value.QuicServerId);
    }
}

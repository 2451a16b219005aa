using Amazon.CloudFormation.Model;
using Amazon.StandIns;

namespace Amazon.CloudFormation.Wire;

/// <summary>The members of what is sent, under their wire names.</summary>
internal static partial class Requests
{
    public static void Write(QueryForm form, DescribeStacksRequest value)
    {
        form.Text("NextToken", value.NextToken);
        form.Text("StackName", value.StackName);
    }

    public static void Write(QueryForm form, DescribeStackEventsRequest value)
    {
        form.Text("NextToken", value.NextToken);
        form.Text("StackName", value.StackName);
    }

    public static void Write(QueryForm form, ListStackResourcesRequest value)
    {
        form.Text("NextToken", value.NextToken);
        form.Text("StackName", value.StackName);
    }

    public static void Write(QueryForm form, DeleteStackRequest value)
    {
        form.Text("ClientRequestToken", value.ClientRequestToken);
        form.Text("DeletionMode", value.DeletionMode);
        form.Texts("RetainResources", value.RetainResources);
        form.Text("RoleARN", value.RoleARN);
        form.Text("StackName", value.StackName);
    }
}

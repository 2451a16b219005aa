using System.Text.Json;
using Amazon.Connect.Model;
using Amazon.StandIns;

namespace Amazon.Connect.Wire;

/// <summary>The members of what is answered, by their wire names.</summary>
internal static partial class Answers
{
    public static ListInstancesResponse ListInstancesResponseOf(JsonElement json) =>
        new()
        {
            InstanceSummaryList = json.List("InstanceSummaryList", InstanceSummaryOf),
            NextToken = json.Text("NextToken"),
        };

    public static InstanceSummary InstanceSummaryOf(JsonElement json) =>
        new()
        {
            Arn = json.Text("Arn"),
            CreatedTime = json.Time("CreatedTime"),
            Id = json.Text("Id"),
            IdentityManagementType = json.Text("IdentityManagementType"),
            InboundCallsEnabled = json.Flag("InboundCallsEnabled"),
            InstanceAccessUrl = json.Text("InstanceAccessUrl"),
            InstanceAlias = json.Text("InstanceAlias"),
            InstanceStatus = json.Text("InstanceStatus"),
            OutboundCallsEnabled = json.Flag("OutboundCallsEnabled"),
            ServiceRole = json.Text("ServiceRole"),
        };

    public static DescribeInstanceResponse DescribeInstanceResponseOf(JsonElement json) =>
        new()
        {
            Instance = json.Object("Instance", InstanceOf),
            ReplicationConfiguration = json.Object("ReplicationConfiguration", ReplicationConfigurationOf),
        };

    public static Instance InstanceOf(JsonElement json) =>
        new()
        {
            Arn = json.Text("Arn"),
            CreatedTime = json.Time("CreatedTime"),
            Id = json.Text("Id"),
            IdentityManagementType = json.Text("IdentityManagementType"),
            InboundCallsEnabled = json.Flag("InboundCallsEnabled"),
            InstanceAccessUrl = json.Text("InstanceAccessUrl"),
            InstanceAlias = json.Text("InstanceAlias"),
            InstanceStatus = json.Text("InstanceStatus"),
            OutboundCallsEnabled = json.Flag("OutboundCallsEnabled"),
            ServiceRole = json.Text("ServiceRole"),
            StatusReason = json.Object("StatusReason", InstanceStatusReasonOf),
            Tags = json.TextMap("Tags"),
        };

    public static InstanceStatusReason InstanceStatusReasonOf(JsonElement json) =>
        new() { Message = json.Text("Message") };

    public static ReplicationConfiguration ReplicationConfigurationOf(JsonElement json) =>
        new()
        {
            GlobalSignInEndpoint = json.Text("GlobalSignInEndpoint"),
            ReplicationStatusSummaryList = json.List("ReplicationStatusSummaryList", ReplicationStatusSummaryOf),
            SourceRegion = json.Text("SourceRegion"),
        };

    public static ReplicationStatusSummary ReplicationStatusSummaryOf(JsonElement json) =>
        new()
        {
            Region = json.Text("Region"),
            ReplicationStatus = json.Text("ReplicationStatus"),
            ReplicationStatusReason = json.Text("ReplicationStatusReason"),
        };

    public static ServiceQuotaExceededExceptionReason ServiceQuotaExceededExceptionReasonOf(JsonElement json) =>
        new()
        {
            AttachedFileServiceQuotaExceededExceptionReason = json.Text(
                "AttachedFileServiceQuotaExceededExceptionReason"
            ),
        };

    public static ListLambdaFunctionsResponse ListLambdaFunctionsResponseOf(JsonElement json) =>
        new() { LambdaFunctions = json.Texts("LambdaFunctions"), NextToken = json.Text("NextToken") };
}

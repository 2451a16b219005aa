using System.Text.Json;
using Amazon.Connect.Model;
using Amazon.StandIns;

namespace Amazon.Connect.Wire;

/// <summary>The members of what is answered, by their wire names.</summary>
internal static partial class Answers
{
    public static ListContactFlowsResponse ListContactFlowsResponseOf(JsonElement json) =>
        new()
        {
            ContactFlowSummaryList = json.List("ContactFlowSummaryList", ContactFlowSummaryOf),
            NextToken = json.Text("NextToken"),
        };

    public static ContactFlowSummary ContactFlowSummaryOf(JsonElement json) =>
        new()
        {
            Arn = json.Text("Arn"),
            ContactFlowState = json.Text("ContactFlowState"),
            ContactFlowStatus = json.Text("ContactFlowStatus"),
            ContactFlowType = json.Text("ContactFlowType"),
            Id = json.Text("Id"),
            Name = json.Text("Name"),
        };

    public static InvalidRequestExceptionReason InvalidRequestExceptionReasonOf(JsonElement json) =>
        new() { AttachedFileInvalidRequestExceptionReason = json.Text("AttachedFileInvalidRequestExceptionReason") };

    public static DescribeContactFlowResponse DescribeContactFlowResponseOf(JsonElement json) =>
        new() { ContactFlow = json.Object("ContactFlow", ContactFlowOf) };

    public static ContactFlow ContactFlowOf(JsonElement json) =>
        new()
        {
            Arn = json.Text("Arn"),
            Content = json.Text("Content"),
            Description = json.Text("Description"),
            FlowContentSha256 = json.Text("FlowContentSha256"),
            Id = json.Text("Id"),
            LastModifiedRegion = json.Text("LastModifiedRegion"),
            LastModifiedTime = json.Time("LastModifiedTime"),
            Name = json.Text("Name"),
            State = json.Text("State"),
            Status = json.Text("Status"),
            Tags = json.TextMap("Tags"),
            Type = json.Text("Type"),
            Version = json.Long("Version"),
            VersionDescription = json.Text("VersionDescription"),
        };

    public static CreateContactFlowResponse CreateContactFlowResponseOf(JsonElement json) =>
        new()
        {
            ContactFlowArn = json.Text("ContactFlowArn"),
            ContactFlowId = json.Text("ContactFlowId"),
            FlowContentSha256 = json.Text("FlowContentSha256"),
        };

    public static ProblemDetail ProblemDetailOf(JsonElement json) => new() { Message = json.Text("message") };
}

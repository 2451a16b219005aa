using System.Text.Json;
using Amazon.Connect.Model;
using Amazon.StandIns;

namespace Amazon.Connect.Wire;

/// <summary>The members of what is answered, by their wire names.</summary>
internal static partial class Answers
{
    public static ListContactFlowModulesResponse ListContactFlowModulesResponseOf(JsonElement json) =>
        new()
        {
            ContactFlowModulesSummaryList = json.List("ContactFlowModulesSummaryList", ContactFlowModuleSummaryOf),
            NextToken = json.Text("NextToken"),
        };

    public static ContactFlowModuleSummary ContactFlowModuleSummaryOf(JsonElement json) =>
        new()
        {
            Arn = json.Text("Arn"),
            Id = json.Text("Id"),
            Name = json.Text("Name"),
            State = json.Text("State"),
        };

    public static DescribeContactFlowModuleResponse DescribeContactFlowModuleResponseOf(JsonElement json) =>
        new() { ContactFlowModule = json.Object("ContactFlowModule", ContactFlowModuleOf) };

    public static ContactFlowModule ContactFlowModuleOf(JsonElement json) =>
        new()
        {
            Arn = json.Text("Arn"),
            Content = json.Text("Content"),
            Description = json.Text("Description"),
            ExternalInvocationConfiguration = json.Object(
                "ExternalInvocationConfiguration",
                ExternalInvocationConfigurationOf
            ),
            FlowModuleContentSha256 = json.Text("FlowModuleContentSha256"),
            Id = json.Text("Id"),
            Name = json.Text("Name"),
            Settings = json.Text("Settings"),
            State = json.Text("State"),
            Status = json.Text("Status"),
            Tags = json.TextMap("Tags"),
            Version = json.Long("Version"),
            VersionDescription = json.Text("VersionDescription"),
        };

    public static ExternalInvocationConfiguration ExternalInvocationConfigurationOf(JsonElement json) =>
        new() { Enabled = json.Flag("Enabled") };

    public static CreateContactFlowModuleResponse CreateContactFlowModuleResponseOf(JsonElement json) =>
        new() { Arn = json.Text("Arn"), Id = json.Text("Id") };
}

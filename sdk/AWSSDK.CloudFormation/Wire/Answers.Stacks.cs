using System.Xml.Linq;
using Amazon.CloudFormation.Model;
using Amazon.StandIns;

namespace Amazon.CloudFormation.Wire;

/// <summary>The members of what is answered, by their wire names.</summary>
internal static partial class Answers
{
    public static DescribeStacksResponse DescribeStacksResponseOf(XElement xml) =>
        new() { NextToken = xml.Text("NextToken"), Stacks = xml.List("Stacks", StackOf) };

    public static Stack StackOf(XElement xml) =>
        new()
        {
            Capabilities = xml.Texts("Capabilities"),
            ChangeSetId = xml.Text("ChangeSetId"),
            CreationTime = xml.Time("CreationTime"),
            DeletionMode = xml.Text("DeletionMode"),
            DeletionTime = xml.Time("DeletionTime"),
            Description = xml.Text("Description"),
            DetailedStatus = xml.Text("DetailedStatus"),
            DisableRollback = xml.Flag("DisableRollback"),
            DriftInformation = xml.Object("DriftInformation", StackDriftInformationOf),
            EnableTerminationProtection = xml.Flag("EnableTerminationProtection"),
            LastOperations = xml.List("LastOperations", OperationEntryOf),
            LastUpdatedTime = xml.Time("LastUpdatedTime"),
            NotificationARNs = xml.Texts("NotificationARNs"),
            Outputs = xml.List("Outputs", OutputOf),
            Parameters = xml.List("Parameters", ParameterOf),
            ParentId = xml.Text("ParentId"),
            RetainExceptOnCreate = xml.Flag("RetainExceptOnCreate"),
            RoleARN = xml.Text("RoleARN"),
            RollbackConfiguration = xml.Object("RollbackConfiguration", RollbackConfigurationOf),
            RootId = xml.Text("RootId"),
            StackId = xml.Text("StackId"),
            StackName = xml.Text("StackName"),
            StackStatus = xml.Text("StackStatus"),
            StackStatusReason = xml.Text("StackStatusReason"),
            Tags = xml.List("Tags", TagOf),
            TimeoutInMinutes = xml.Number("TimeoutInMinutes"),
        };

    public static StackDriftInformation StackDriftInformationOf(XElement xml) =>
        new() { LastCheckTimestamp = xml.Time("LastCheckTimestamp"), StackDriftStatus = xml.Text("StackDriftStatus") };

    public static OperationEntry OperationEntryOf(XElement xml) =>
        new() { OperationId = xml.Text("OperationId"), OperationType = xml.Text("OperationType") };

    public static Output OutputOf(XElement xml) =>
        new()
        {
            Description = xml.Text("Description"),
            ExportName = xml.Text("ExportName"),
            OutputKey = xml.Text("OutputKey"),
            OutputValue = xml.Text("OutputValue"),
        };

    public static DescribeStackEventsResponse DescribeStackEventsResponseOf(XElement xml) =>
        new() { NextToken = xml.Text("NextToken"), StackEvents = xml.List("StackEvents", StackEventOf) };

    public static StackEvent StackEventOf(XElement xml) =>
        new()
        {
            ClientRequestToken = xml.Text("ClientRequestToken"),
            DetailedStatus = xml.Text("DetailedStatus"),
            EventId = xml.Text("EventId"),
            HookFailureMode = xml.Text("HookFailureMode"),
            HookInvocationId = xml.Text("HookInvocationId"),
            HookInvocationPoint = xml.Text("HookInvocationPoint"),
            HookStatus = xml.Text("HookStatus"),
            HookStatusReason = xml.Text("HookStatusReason"),
            HookType = xml.Text("HookType"),
            LogicalResourceId = xml.Text("LogicalResourceId"),
            OperationId = xml.Text("OperationId"),
            PhysicalResourceId = xml.Text("PhysicalResourceId"),
            ResourceProperties = xml.Text("ResourceProperties"),
            ResourceStatus = xml.Text("ResourceStatus"),
            ResourceStatusReason = xml.Text("ResourceStatusReason"),
            ResourceType = xml.Text("ResourceType"),
            StackId = xml.Text("StackId"),
            StackName = xml.Text("StackName"),
            Timestamp = xml.Time("Timestamp"),
        };

    public static ListStackResourcesResponse ListStackResourcesResponseOf(XElement xml) =>
        new()
        {
            NextToken = xml.Text("NextToken"),
            StackResourceSummaries = xml.List("StackResourceSummaries", StackResourceSummaryOf),
        };

    public static StackResourceSummary StackResourceSummaryOf(XElement xml) =>
        new()
        {
            DriftInformation = xml.Object("DriftInformation", StackResourceDriftInformationSummaryOf),
            LastUpdatedTimestamp = xml.Time("LastUpdatedTimestamp"),
            LogicalResourceId = xml.Text("LogicalResourceId"),
            ModuleInfo = xml.Object("ModuleInfo", ModuleInfoOf),
            PhysicalResourceId = xml.Text("PhysicalResourceId"),
            ResourceStatus = xml.Text("ResourceStatus"),
            ResourceStatusReason = xml.Text("ResourceStatusReason"),
            ResourceType = xml.Text("ResourceType"),
        };

    public static StackResourceDriftInformationSummary StackResourceDriftInformationSummaryOf(XElement xml) =>
        new()
        {
            LastCheckTimestamp = xml.Time("LastCheckTimestamp"),
            StackResourceDriftStatus = xml.Text("StackResourceDriftStatus"),
        };
}

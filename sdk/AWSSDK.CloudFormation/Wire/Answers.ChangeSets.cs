using System.Xml.Linq;
using Amazon.CloudFormation.Model;
using Amazon.StandIns;

namespace Amazon.CloudFormation.Wire;

/// <summary>The members of what is answered, by their wire names.</summary>
internal static partial class Answers
{
    public static CreateChangeSetResponse CreateChangeSetResponseOf(XElement xml) =>
        new() { Id = xml.Text("Id"), StackId = xml.Text("StackId") };

    public static DescribeChangeSetResponse DescribeChangeSetResponseOf(XElement xml) =>
        new()
        {
            Capabilities = xml.Texts("Capabilities"),
            Changes = xml.List("Changes", ChangeOf),
            ChangeSetId = xml.Text("ChangeSetId"),
            ChangeSetName = xml.Text("ChangeSetName"),
            CreationTime = xml.Time("CreationTime"),
            DeploymentMode = xml.Text("DeploymentMode"),
            Description = xml.Text("Description"),
            ExecutionStatus = xml.Text("ExecutionStatus"),
            ImportExistingResources = xml.Flag("ImportExistingResources"),
            IncludeNestedStacks = xml.Flag("IncludeNestedStacks"),
            NextToken = xml.Text("NextToken"),
            NotificationARNs = xml.Texts("NotificationARNs"),
            OnStackFailure = xml.Text("OnStackFailure"),
            Parameters = xml.List("Parameters", ParameterOf),
            ParentChangeSetId = xml.Text("ParentChangeSetId"),
            RollbackConfiguration = xml.Object("RollbackConfiguration", RollbackConfigurationOf),
            RootChangeSetId = xml.Text("RootChangeSetId"),
            StackDriftStatus = xml.Text("StackDriftStatus"),
            StackId = xml.Text("StackId"),
            StackName = xml.Text("StackName"),
            Status = xml.Text("Status"),
            StatusReason = xml.Text("StatusReason"),
            Tags = xml.List("Tags", TagOf),
        };

    public static Change ChangeOf(XElement xml) =>
        new()
        {
            HookInvocationCount = xml.Number("HookInvocationCount"),
            ResourceChange = xml.Object("ResourceChange", ResourceChangeOf),
            Type = xml.Text("Type"),
        };

    public static ResourceChange ResourceChangeOf(XElement xml) =>
        new()
        {
            Action = xml.Text("Action"),
            AfterContext = xml.Text("AfterContext"),
            BeforeContext = xml.Text("BeforeContext"),
            ChangeSetId = xml.Text("ChangeSetId"),
            Details = xml.List("Details", ResourceChangeDetailOf),
            LogicalResourceId = xml.Text("LogicalResourceId"),
            ModuleInfo = xml.Object("ModuleInfo", ModuleInfoOf),
            PhysicalResourceId = xml.Text("PhysicalResourceId"),
            PolicyAction = xml.Text("PolicyAction"),
            Replacement = xml.Text("Replacement"),
            ResourceType = xml.Text("ResourceType"),
            Scope = xml.Texts("Scope"),
        };

    public static ResourceChangeDetail ResourceChangeDetailOf(XElement xml) =>
        new()
        {
            CausingEntity = xml.Text("CausingEntity"),
            ChangeSource = xml.Text("ChangeSource"),
            Evaluation = xml.Text("Evaluation"),
            Target = xml.Object("Target", ResourceTargetDefinitionOf),
        };

    public static ResourceTargetDefinition ResourceTargetDefinitionOf(XElement xml) =>
        new()
        {
            AfterValue = xml.Text("AfterValue"),
            Attribute = xml.Text("Attribute"),
            AttributeChangeType = xml.Text("AttributeChangeType"),
            BeforeValue = xml.Text("BeforeValue"),
            Name = xml.Text("Name"),
            Path = xml.Text("Path"),
            RequiresRecreation = xml.Text("RequiresRecreation"),
        };

    public static ModuleInfo ModuleInfoOf(XElement xml) =>
        new() { LogicalIdHierarchy = xml.Text("LogicalIdHierarchy"), TypeHierarchy = xml.Text("TypeHierarchy") };

    public static Parameter ParameterOf(XElement xml) =>
        new()
        {
            ParameterKey = xml.Text("ParameterKey"),
            ParameterValue = xml.Text("ParameterValue"),
            ResolvedValue = xml.Text("ResolvedValue"),
            UsePreviousValue = xml.Flag("UsePreviousValue"),
        };

    public static RollbackConfiguration RollbackConfigurationOf(XElement xml) =>
        new()
        {
            MonitoringTimeInMinutes = xml.Number("MonitoringTimeInMinutes"),
            RollbackTriggers = xml.List("RollbackTriggers", RollbackTriggerOf),
        };

    public static RollbackTrigger RollbackTriggerOf(XElement xml) =>
        new() { Arn = xml.Text("Arn"), Type = xml.Text("Type") };

    public static Tag TagOf(XElement xml) => new() { Key = xml.Text("Key"), Value = xml.Text("Value") };
}

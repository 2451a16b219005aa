using Amazon.CloudFormation.Model;
using Amazon.StandIns;

namespace Amazon.CloudFormation.Wire;

/// <summary>The members of what is sent, under their wire names.</summary>
internal static partial class Requests
{
    public static void Write(QueryForm form, CreateChangeSetRequest value)
    {
        form.Texts("Capabilities", value.Capabilities);
        form.Text("ChangeSetName", value.ChangeSetName);
        form.Text("ChangeSetType", value.ChangeSetType);
        form.Text("ClientToken", value.ClientToken);
        form.Text("DeploymentMode", value.DeploymentMode);
        form.Text("Description", value.Description);
        form.Flag("ImportExistingResources", value.ImportExistingResources);
        form.Flag("IncludeNestedStacks", value.IncludeNestedStacks);
        form.Texts("NotificationARNs", value.NotificationARNs);
        form.Text("OnStackFailure", value.OnStackFailure);
        form.List("Parameters", value.Parameters, Write);
        form.Texts("ResourceTypes", value.ResourceTypes);
        form.Text("RoleARN", value.RoleARN);
        form.Object("RollbackConfiguration", value.RollbackConfiguration, Write);
        form.Text("StackName", value.StackName);
        form.List("Tags", value.Tags, Write);
        form.Text("TemplateBody", value.TemplateBody);
        form.Text("TemplateURL", value.TemplateURL);
        form.Flag("UsePreviousTemplate", value.UsePreviousTemplate);
    }

    public static void Write(QueryForm form, Parameter value)
    {
        form.Text("ParameterKey", value.ParameterKey);
        form.Text("ParameterValue", value.ParameterValue);
        form.Text("ResolvedValue", value.ResolvedValue);
        form.Flag("UsePreviousValue", value.UsePreviousValue);
    }

    public static void Write(QueryForm form, RollbackConfiguration value)
    {
        form.Number("MonitoringTimeInMinutes", value.MonitoringTimeInMinutes);
        form.List("RollbackTriggers", value.RollbackTriggers, Write);
    }

    public static void Write(QueryForm form, RollbackTrigger value)
    {
        form.Text("Arn", value.Arn);
        form.Text("Type", value.Type);
    }

    public static void Write(QueryForm form, Tag value)
    {
        form.Text("Key", value.Key);
        form.Text("Value", value.Value);
    }

    public static void Write(QueryForm form, DescribeChangeSetRequest value)
    {
        form.Text("ChangeSetName", value.ChangeSetName);
        form.Flag("IncludePropertyValues", value.IncludePropertyValues);
        form.Text("NextToken", value.NextToken);
        form.Text("StackName", value.StackName);
    }

    public static void Write(QueryForm form, ExecuteChangeSetRequest value)
    {
        form.Text("ChangeSetName", value.ChangeSetName);
        form.Text("ClientRequestToken", value.ClientRequestToken);
        form.Flag("DisableRollback", value.DisableRollback);
        form.Flag("RetainExceptOnCreate", value.RetainExceptOnCreate);
        form.Text("StackName", value.StackName);
    }

    public static void Write(QueryForm form, DeleteChangeSetRequest value)
    {
        form.Text("ChangeSetName", value.ChangeSetName);
        form.Text("StackName", value.StackName);
    }
}

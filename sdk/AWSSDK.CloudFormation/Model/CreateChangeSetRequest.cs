using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.CloudFormation.Model;

/// <summary>A template, its parameters, and the stack that it is for.</summary>
public partial class CreateChangeSetRequest : AmazonCloudFormationRequest
{
    public List<string> Capabilities { get; set; } = Unset.List<string>();

    public string ChangeSetName { get; set; }

    public ChangeSetType ChangeSetType { get; set; }

    public string ClientToken { get; set; }

    public DeploymentMode DeploymentMode { get; set; }

    public string Description { get; set; }

    public bool? ImportExistingResources { get; set; }

    public bool? IncludeNestedStacks { get; set; }

    public List<string> NotificationARNs { get; set; } = Unset.List<string>();

    public OnStackFailure OnStackFailure { get; set; }

    public List<Parameter> Parameters { get; set; } = Unset.List<Parameter>();

    public List<string> ResourceTypes { get; set; } = Unset.List<string>();

    public string RoleARN { get; set; }

    public RollbackConfiguration RollbackConfiguration { get; set; }

    public string StackName { get; set; }

    public List<Tag> Tags { get; set; } = Unset.List<Tag>();

    public string TemplateBody { get; set; }

    public string TemplateURL { get; set; }

    public bool? UsePreviousTemplate { get; set; }
}

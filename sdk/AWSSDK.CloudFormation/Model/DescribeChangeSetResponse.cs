using System;
using System.Collections.Generic;
using Amazon.Runtime;
using Amazon.StandIns;

namespace Amazon.CloudFormation.Model;

/// <summary>A change set, and one page of its changes.</summary>
public partial class DescribeChangeSetResponse : AmazonWebServiceResponse
{
    public List<string> Capabilities { get; set; } = Unset.List<string>();

    public List<Change> Changes { get; set; } = Unset.List<Change>();

    public string ChangeSetId { get; set; }

    public string ChangeSetName { get; set; }

    public DateTime? CreationTime { get; set; }

    public DeploymentMode DeploymentMode { get; set; }

    public string Description { get; set; }

    public ExecutionStatus ExecutionStatus { get; set; }

    public bool? ImportExistingResources { get; set; }

    public bool? IncludeNestedStacks { get; set; }

    public string NextToken { get; set; }

    public List<string> NotificationARNs { get; set; } = Unset.List<string>();

    public OnStackFailure OnStackFailure { get; set; }

    public List<Parameter> Parameters { get; set; } = Unset.List<Parameter>();

    public string ParentChangeSetId { get; set; }

    public RollbackConfiguration RollbackConfiguration { get; set; }

    public string RootChangeSetId { get; set; }

    public StackDriftStatus StackDriftStatus { get; set; }

    public string StackId { get; set; }

    public string StackName { get; set; }

    public ChangeSetStatus Status { get; set; }

    public string StatusReason { get; set; }

    public List<Tag> Tags { get; set; } = Unset.List<Tag>();
}

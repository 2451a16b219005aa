using System;
using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.CloudFormation.Model;

/// <summary>A stack.</summary>
public partial class Stack
{
    public List<string> Capabilities { get; set; } = Unset.List<string>();

    public string ChangeSetId { get; set; }

    public DateTime? CreationTime { get; set; }

    public DeletionMode DeletionMode { get; set; }

    public DateTime? DeletionTime { get; set; }

    public string Description { get; set; }

    public DetailedStatus DetailedStatus { get; set; }

    public bool? DisableRollback { get; set; }

    public StackDriftInformation DriftInformation { get; set; }

    public bool? EnableTerminationProtection { get; set; }

    public List<OperationEntry> LastOperations { get; set; } = Unset.List<OperationEntry>();

    public DateTime? LastUpdatedTime { get; set; }

    public List<string> NotificationARNs { get; set; } = Unset.List<string>();

    public List<Output> Outputs { get; set; } = Unset.List<Output>();

    public List<Parameter> Parameters { get; set; } = Unset.List<Parameter>();

    public string ParentId { get; set; }

    public bool? RetainExceptOnCreate { get; set; }

    public string RoleARN { get; set; }

    public RollbackConfiguration RollbackConfiguration { get; set; }

    public string RootId { get; set; }

    public string StackId { get; set; }

    public string StackName { get; set; }

    public StackStatus StackStatus { get; set; }

    public string StackStatusReason { get; set; }

    public List<Tag> Tags { get; set; } = Unset.List<Tag>();

    public int? TimeoutInMinutes { get; set; }
}

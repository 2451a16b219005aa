using System;

namespace Amazon.CloudFormation.Model;

/// <summary>A resource of a stack.</summary>
public partial class StackResourceSummary
{
    public StackResourceDriftInformationSummary DriftInformation { get; set; }

    public DateTime? LastUpdatedTimestamp { get; set; }

    public string LogicalResourceId { get; set; }

    public ModuleInfo ModuleInfo { get; set; }

    public string PhysicalResourceId { get; set; }

    public ResourceStatus ResourceStatus { get; set; }

    public string ResourceStatusReason { get; set; }

    public string ResourceType { get; set; }
}

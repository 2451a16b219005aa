using System;

namespace Amazon.CloudFormation.Model;

/// <summary>Whether a resource is still as its template says.</summary>
public partial class StackResourceDriftInformationSummary
{
    public DateTime? LastCheckTimestamp { get; set; }

    public StackResourceDriftStatus StackResourceDriftStatus { get; set; }
}

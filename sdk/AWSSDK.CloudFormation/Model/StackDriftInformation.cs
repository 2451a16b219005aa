using System;

namespace Amazon.CloudFormation.Model;

/// <summary>Whether a stack is still as its template says.</summary>
public partial class StackDriftInformation
{
    public DateTime? LastCheckTimestamp { get; set; }

    public StackDriftStatus StackDriftStatus { get; set; }
}

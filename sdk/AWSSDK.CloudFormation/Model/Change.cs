namespace Amazon.CloudFormation.Model;

/// <summary>One change of a change set.</summary>
public partial class Change
{
    public int? HookInvocationCount { get; set; }

    public ResourceChange ResourceChange { get; set; }

    public ChangeType Type { get; set; }
}

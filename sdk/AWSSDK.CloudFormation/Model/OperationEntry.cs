namespace Amazon.CloudFormation.Model;

/// <summary>An operation on a stack.</summary>
public partial class OperationEntry
{
    public string OperationId { get; set; }

    public OperationType OperationType { get; set; }
}

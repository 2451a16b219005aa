namespace Amazon.CloudFormation.Model;

/// <summary>An alarm that undoes a change.</summary>
public partial class RollbackTrigger
{
    public string Arn { get; set; }

    public string Type { get; set; }
}

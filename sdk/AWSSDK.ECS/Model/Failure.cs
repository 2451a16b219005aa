namespace Amazon.ECS.Model;

/// <summary>Why something was not done.</summary>
public partial class Failure
{
    public string Arn { get; set; }

    public string Detail { get; set; }

    public string Reason { get; set; }
}

namespace Amazon.Lambda.Model;

/// <summary>Where failed asynchronous events go.</summary>
public partial class DeadLetterConfig
{
    public string TargetArn { get; set; }
}

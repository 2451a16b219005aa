namespace Amazon.StepFunctions.Model;

/// <summary>A task's token.</summary>
public partial class SendTaskHeartbeatRequest : AmazonStepFunctionsRequest
{
    public string TaskToken { get; set; }
}

namespace Amazon.StepFunctions.Model;

/// <summary>A task's token and its output, JSON as text.</summary>
public partial class SendTaskSuccessRequest : AmazonStepFunctionsRequest
{
    public string Output { get; set; }

    public string TaskToken { get; set; }
}

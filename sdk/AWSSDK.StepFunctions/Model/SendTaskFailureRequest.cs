namespace Amazon.StepFunctions.Model;

/// <summary>A task's token with an error name and a cause.</summary>
public partial class SendTaskFailureRequest : AmazonStepFunctionsRequest
{
    public string Cause { get; set; }

    public string Error { get; set; }

    public string TaskToken { get; set; }
}

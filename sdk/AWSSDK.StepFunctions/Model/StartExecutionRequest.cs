namespace Amazon.StepFunctions.Model;

/// <summary>A state machine to start, under a name that makes a repeated start the same execution.</summary>
public partial class StartExecutionRequest : AmazonStepFunctionsRequest
{
    public string Input { get; set; }

    public string Name { get; set; }

    public string StateMachineArn { get; set; }

    public string TraceHeader { get; set; }
}

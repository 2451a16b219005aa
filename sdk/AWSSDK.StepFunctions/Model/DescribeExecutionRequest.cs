namespace Amazon.StepFunctions.Model;

/// <summary>The execution to describe.</summary>
public partial class DescribeExecutionRequest : AmazonStepFunctionsRequest
{
    public string ExecutionArn { get; set; }

    public IncludedData IncludedData { get; set; }
}

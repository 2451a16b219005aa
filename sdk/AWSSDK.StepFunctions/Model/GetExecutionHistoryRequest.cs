namespace Amazon.StepFunctions.Model;

/// <summary>Whose history to tell.</summary>
public partial class GetExecutionHistoryRequest : AmazonStepFunctionsRequest
{
    public string ExecutionArn { get; set; }

    public bool? IncludeExecutionData { get; set; }

    public int? MaxResults { get; set; }

    public string NextToken { get; set; }

    public bool? ReverseOrder { get; set; }
}

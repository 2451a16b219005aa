namespace Amazon.Lambda.Model;

/// <summary>The function, and how many may run at once.</summary>
public partial class PutFunctionConcurrencyRequest : AmazonLambdaRequest
{
    public string FunctionName { get; set; }

    public int? ReservedConcurrentExecutions { get; set; }
}

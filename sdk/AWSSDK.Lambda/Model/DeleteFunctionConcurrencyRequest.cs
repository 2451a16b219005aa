namespace Amazon.Lambda.Model;

/// <summary>The function.</summary>
public partial class DeleteFunctionConcurrencyRequest : AmazonLambdaRequest
{
    public string FunctionName { get; set; }
}

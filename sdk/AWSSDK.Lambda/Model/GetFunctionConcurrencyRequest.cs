namespace Amazon.Lambda.Model;

/// <summary>The function.</summary>
public partial class GetFunctionConcurrencyRequest : AmazonLambdaRequest
{
    public string FunctionName { get; set; }
}

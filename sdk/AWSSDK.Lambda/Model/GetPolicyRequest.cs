namespace Amazon.Lambda.Model;

/// <summary>The function, and its version or alias.</summary>
public partial class GetPolicyRequest : AmazonLambdaRequest
{
    public string FunctionName { get; set; }

    public string Qualifier { get; set; }
}

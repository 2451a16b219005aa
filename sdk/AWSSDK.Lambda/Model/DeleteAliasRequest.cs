namespace Amazon.Lambda.Model;

/// <summary>The alias.</summary>
public partial class DeleteAliasRequest : AmazonLambdaRequest
{
    public string FunctionName { get; set; }

    public string Name { get; set; }
}

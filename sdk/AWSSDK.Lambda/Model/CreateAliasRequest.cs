namespace Amazon.Lambda.Model;

/// <summary>The name and the version that it stands for.</summary>
public partial class CreateAliasRequest : AmazonLambdaRequest
{
    public string Description { get; set; }

    public string FunctionName { get; set; }

    public string FunctionVersion { get; set; }

    public string Name { get; set; }

    public AliasRoutingConfiguration RoutingConfig { get; set; }
}

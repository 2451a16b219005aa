namespace Amazon.Lambda.Model;

/// <summary>What to change; what is not set stays.</summary>
public partial class UpdateAliasRequest : AmazonLambdaRequest
{
    public string Description { get; set; }

    public string FunctionName { get; set; }

    public string FunctionVersion { get; set; }

    public string Name { get; set; }

    public string RevisionId { get; set; }

    public AliasRoutingConfiguration RoutingConfig { get; set; }
}

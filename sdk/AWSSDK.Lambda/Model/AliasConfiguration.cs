namespace Amazon.Lambda.Model;

/// <summary>A name for a version.</summary>
public partial class AliasConfiguration
{
    public string AliasArn { get; set; }

    public string Description { get; set; }

    public string FunctionVersion { get; set; }

    public string Name { get; set; }

    public string RevisionId { get; set; }

    public AliasRoutingConfiguration RoutingConfig { get; set; }
}

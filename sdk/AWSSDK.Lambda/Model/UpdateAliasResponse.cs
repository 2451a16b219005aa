using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>The alias as it is now.</summary>
public partial class UpdateAliasResponse : AmazonWebServiceResponse
{
    public string AliasArn { get; set; }

    public string Description { get; set; }

    public string FunctionVersion { get; set; }

    public string Name { get; set; }

    public string RevisionId { get; set; }

    public AliasRoutingConfiguration RoutingConfig { get; set; }
}

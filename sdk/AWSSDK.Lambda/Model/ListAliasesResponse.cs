using System.Collections.Generic;
using Amazon.Runtime;
using Amazon.StandIns;

namespace Amazon.Lambda.Model;

/// <summary>One page of aliases.</summary>
public partial class ListAliasesResponse : AmazonWebServiceResponse
{
    public List<AliasConfiguration> Aliases { get; set; } = Unset.List<AliasConfiguration>();

    public string NextMarker { get; set; }
}

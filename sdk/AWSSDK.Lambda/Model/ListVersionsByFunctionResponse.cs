using System.Collections.Generic;
using Amazon.Runtime;
using Amazon.StandIns;

namespace Amazon.Lambda.Model;

/// <summary>One page of versions.</summary>
public partial class ListVersionsByFunctionResponse : AmazonWebServiceResponse
{
    public string NextMarker { get; set; }

    public List<FunctionConfiguration> Versions { get; set; } = Unset.List<FunctionConfiguration>();
}

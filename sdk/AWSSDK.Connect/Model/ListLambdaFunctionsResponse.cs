using System.Collections.Generic;
using Amazon.Runtime;
using Amazon.StandIns;

namespace Amazon.Connect.Model;

/// <summary>One page of ARNs.</summary>
public partial class ListLambdaFunctionsResponse : AmazonWebServiceResponse
{
    public List<string> LambdaFunctions { get; set; } = Unset.List<string>();

    public string NextToken { get; set; }
}

using System.Collections.Generic;
using Amazon.Runtime;
using Amazon.StandIns;

namespace Amazon.Lambda.Model;

/// <summary>The tags.</summary>
public partial class ListTagsResponse : AmazonWebServiceResponse
{
    public Dictionary<string, string> Tags { get; set; } = Unset.Map<string, string>();
}

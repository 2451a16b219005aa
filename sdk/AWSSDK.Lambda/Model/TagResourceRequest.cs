using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.Lambda.Model;

/// <summary>The function's ARN and the tags.</summary>
public partial class TagResourceRequest : AmazonLambdaRequest
{
    public string Resource { get; set; }

    public Dictionary<string, string> Tags { get; set; } = Unset.Map<string, string>();
}

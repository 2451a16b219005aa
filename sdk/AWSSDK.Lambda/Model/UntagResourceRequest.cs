using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.Lambda.Model;

/// <summary>Which tags to take off a function.</summary>
public partial class UntagResourceRequest : AmazonLambdaRequest
{
    public string Resource { get; set; }

    public List<string> TagKeys { get; set; } = Unset.List<string>();
}

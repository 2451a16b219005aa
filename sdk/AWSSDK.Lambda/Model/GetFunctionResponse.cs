using System.Collections.Generic;
using Amazon.Runtime;
using Amazon.StandIns;

namespace Amazon.Lambda.Model;

/// <summary>A function's configuration, and where its code can be fetched for ten minutes.</summary>
public partial class GetFunctionResponse : AmazonWebServiceResponse
{
    public FunctionCodeLocation Code { get; set; }

    public Concurrency Concurrency { get; set; }

    public FunctionConfiguration Configuration { get; set; }

    public Dictionary<string, string> Tags { get; set; } = Unset.Map<string, string>();

    public TagsError TagsError { get; set; }
}

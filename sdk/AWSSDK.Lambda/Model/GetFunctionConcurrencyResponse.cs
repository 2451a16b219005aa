using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>The concurrency, null where none is reserved.</summary>
public partial class GetFunctionConcurrencyResponse : AmazonWebServiceResponse
{
    public int? ReservedConcurrentExecutions { get; set; }
}

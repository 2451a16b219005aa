using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>The concurrency as it is now.</summary>
public partial class PutFunctionConcurrencyResponse : AmazonWebServiceResponse
{
    public int? ReservedConcurrentExecutions { get; set; }
}

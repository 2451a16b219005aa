using System.IO;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>How it went, and what the function answered.</summary>
public partial class InvokeResponse : AmazonWebServiceResponse
{
    public string DurableExecutionArn { get; set; }

    public string ExecutedVersion { get; set; }

    public string FunctionError { get; set; }

    public string LogResult { get; set; }

    public MemoryStream Payload { get; set; }

    public int? StatusCode { get; set; }
}

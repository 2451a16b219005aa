using System.IO;

namespace Amazon.Lambda.Model;

/// <summary>The function, how to run it, and its input.</summary>
public partial class InvokeRequest : AmazonLambdaRequest
{
    public string ClientContextBase64 { get; set; }

    public string DurableExecutionName { get; set; }

    public string FunctionName { get; set; }

    public InvocationType InvocationType { get; set; }

    public LogType LogType { get; set; }

    public MemoryStream PayloadStream { get; set; }

    public string Qualifier { get; set; }

    public string TenantId { get; set; }
}

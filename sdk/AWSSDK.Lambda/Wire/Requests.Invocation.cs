using Amazon.Lambda.Model;
using Amazon.StandIns;

namespace Amazon.Lambda.Wire;

/// <summary>The members of what is sent, under their wire names.</summary>
internal static partial class Requests
{
    public static void Place(RestParts parts, InvokeRequest value)
    {
        parts.Header("X-Amz-Client-Context", value.ClientContextBase64);
        parts.Header("X-Amz-Durable-Execution-Name", value.DurableExecutionName);
        parts.Path("FunctionName", value.FunctionName, nameof(value.FunctionName));
        parts.Header("X-Amz-Invocation-Type", value.InvocationType);
        parts.Header("X-Amz-Log-Type", value.LogType);
        parts.Payload(value.PayloadStream);
        parts.Query("Qualifier", value.Qualifier);
        parts.Header("X-Amz-Tenant-Id", value.TenantId);
    }
}

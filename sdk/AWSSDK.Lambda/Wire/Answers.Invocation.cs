using System.IO;
using Amazon.Lambda.Model;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.Lambda.Wire;

/// <summary>A function's own answer: headers of the service, and a body that is the function's.</summary>
internal static partial class Answers
{
    public static InvokeResponse InvokeResponseOf(JsonUnmarshallerContext context)
    {
        var payload = new MemoryStream();
        context.Stream.CopyTo(payload);
        payload.Position = 0;
        var head = context.ResponseData;
        return new InvokeResponse
        {
            DurableExecutionArn = Header(head, "X-Amz-Durable-Execution-Arn"),
            ExecutedVersion = Header(head, "X-Amz-Executed-Version"),
            FunctionError = Header(head, "X-Amz-Function-Error"),
            LogResult = Header(head, "X-Amz-Log-Result"),
            Payload = payload,
            StatusCode = (int)head.StatusCode,
        };
    }

    private static string Header(IWebResponseData head, string name) =>
        head.IsHeaderPresent(name) ? head.GetHeaderValue(name) : null;
}

namespace Amazon.Lambda.Core;

/// <summary>The X-Ray trace of the invocation at hand, from anywhere.</summary>
public class LambdaTraceProvider
{
    private static string current;

    public static string CurrentTraceId => current ?? Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID");

    internal static void SetCurrentTraceId(string traceId) => current = traceId;
}

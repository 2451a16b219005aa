using System.Globalization;

namespace Amazon.Lambda.RuntimeSupport.Context;

/// <summary>What Lambda tells a function in its environment.</summary>
internal sealed record FunctionEnvironment(
    string RuntimeApi,
    string FunctionName,
    string FunctionVersion,
    string LogGroupName,
    string LogStreamName,
    int MemoryLimitInMB
)
{
    /// <summary>For a profiler: ends after one event.</summary>
    public bool RunsOnce { get; } = IsTrue("AWS_LAMBDA_DOTNET_DEBUG_RUN_ONCE");

    public static FunctionEnvironment Read() =>
        new(
            Variable("AWS_LAMBDA_RUNTIME_API"),
            Variable("AWS_LAMBDA_FUNCTION_NAME"),
            Variable("AWS_LAMBDA_FUNCTION_VERSION"),
            Variable("AWS_LAMBDA_LOG_GROUP_NAME"),
            Variable("AWS_LAMBDA_LOG_STREAM_NAME"),
            int.TryParse(Variable("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"), CultureInfo.InvariantCulture, out var megabytes)
                ? megabytes
                : 0
        );

    /// <summary>.NET does not see the memory that Lambda allows (https://github.com/dotnet/runtime/issues/70601).</summary>
    public void LimitHeap()
    {
        var bytes = (ulong)MemoryLimitInMB << 20;
        if (
            bytes > 0
            && !IsTrue("AWS_LAMBDA_DOTNET_DISABLE_MEMORY_LIMIT_CHECK")
            && (ulong)GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >= bytes
        )
        {
            AppContext.SetData("GCHeapHardLimit", bytes);
            GC.RefreshMemoryLimit();
        }
    }

    private static bool IsTrue(string name) =>
        string.Equals(Variable(name), "true", StringComparison.OrdinalIgnoreCase);

    private static string Variable(string name) => Environment.GetEnvironmentVariable(name);
}

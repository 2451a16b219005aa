using System.Globalization;

namespace SonicBridge.Local.Lambda;

/// <summary>The line that Lambda ends an invocation's log with.</summary>
internal static class FunctionReport
{
    /// <param name="memory">The function's setting, in MB.</param>
    /// <param name="init">How long the process took until it asked for its first event, on that event only.</param>
    public static string Of(string requestId, TimeSpan duration, int memory, TimeSpan? init)
    {
        var milliseconds = duration.TotalMilliseconds;
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"REPORT RequestId: {requestId}\tDuration: {milliseconds:F2} ms\tBilled Duration: {Math.Ceiling(milliseconds)} ms\tMemory Size: {memory} MB"
        );
        return init is { } time
            ? string.Create(CultureInfo.InvariantCulture, $"{line}\tInit Duration: {time.TotalMilliseconds:F2} ms")
            : line;
    }
}

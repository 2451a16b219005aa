using System.Diagnostics;

namespace SonicBridge.Steps.Call;

/// <summary>
/// Lambda's own trace header (X-Ray's <c>Root=1-…;Parent=…;Sampled=1</c>) as W3C Trace Context has it: X-Ray's id is the
/// W3C one with its time written apart.
/// </summary>
internal static class TraceParent
{
    /// <summary>Lambda sets it anew for each invocation.</summary>
    public const string Variable = "_X_AMZN_TRACE_ID";

    /// <summary>Translates a header.</summary>
    /// <returns>A <c>traceparent</c>, or null when the header is absent or not as X-Ray writes it.</returns>
    public static string? Of(string? header)
    {
        string? root = null;
        string? parent = null;
        var sampled = false;
        foreach (var part in (header ?? "").Split(';', StringSplitOptions.TrimEntries))
        {
            switch (part.Split('=', 2))
            {
                case ["Root", ['1', '-', .. var id]]:
                    root = id.Replace("-", "", StringComparison.Ordinal);
                    break;
                case ["Parent", var id]:
                    parent = id;
                    break;
                case ["Sampled", var flag]:
                    sampled = flag == "1";
                    break;
            }
        }

        var text = $"00-{root}-{parent ?? ActivitySpanId.CreateRandom().ToHexString()}-{(sampled ? "01" : "00")}";
        return ActivityContext.TryParse(text, traceState: null, out _) ? text : null;
    }
}

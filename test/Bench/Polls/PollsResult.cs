namespace SonicBridge.Bench.Polls;

/// <summary>What <c>polls</c> measured.</summary>
/// <param name="Machine">Where, and when.</param>
/// <param name="Seconds">How long it was measured with each number of callers.</param>
internal sealed record PollsResult(string Machine, double Seconds, IReadOnlyList<PollPoint> Points)
{
    /// <summary>With so few callers that none waited for the machine.</summary>
    public PollPoint Unhurried => Points[0];
}

/// <summary>So many callers, each waiting at a next-prompt process of its own.</summary>
/// <param name="Callers">How many.</param>
/// <param name="Gets">Objects asked for in S3, for each caller and second.</param>
/// <param name="Puts">Objects put, likewise.</param>
/// <param name="Describes">How often Step Functions was asked about the execution, likewise.</param>
/// <param name="Invocations">Of the function, likewise.</param>
/// <param name="Cpu">What the processor works for each caller and second, in milliseconds.</param>
/// <param name="Memory">Of each process, PSS, in MiB.</param>
/// <param name="Peak">The most that one held, RSS, in MiB.</param>
/// <param name="Prompts">How many were put and handed out.</param>
/// <param name="Median">From a prompt's put to the answer that plays it, in milliseconds.</param>
/// <param name="Tail">The 99th percentile of that.</param>
/// <param name="LongestHold">The longest that an invocation took, in seconds: Connect allows 8.</param>
/// <param name="Failures">Answers that neither play nor wait, and prompts that were never handed out.</param>
internal sealed record PollPoint(
    int Callers,
    double Gets,
    double Puts,
    double Describes,
    double Invocations,
    double Cpu,
    double Memory,
    double Peak,
    int Prompts,
    double Median,
    double Tail,
    double LongestHold,
    int Failures
);

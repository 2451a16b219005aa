namespace SonicBridge.Bench.Lambdas;

/// <summary>
/// How much memory a function should have by what was measured: twice the most that it was seen to hold, and so much
/// processor, of which Lambda gives more with more memory, that a cold start is over in time.
/// </summary>
internal static class MemoryChoice
{
    /// <summary>A whole vCPU comes with so many MB.</summary>
    public const double MegabytesOfVcpu = 1769;

    /// <summary>So much of the memory at least stays free.</summary>
    public const double Margin = 2;

    /// <summary>A caller hears nothing while one of these starts; TLS, which the stand-ins do not speak, takes as much again.</summary>
    public static TimeSpan CallerWaits { get; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Nobody waits for the others in silence.</summary>
    public static TimeSpan NobodyWaits { get; } = TimeSpan.FromSeconds(1);

    private static readonly int[] s_sizes = [128, 256, 512, 1024];

    // What the contact flow itself invokes, and what stands between the caller and his bridge.
    private static readonly string[] s_withCaller =
    [
        "invoke-ecs-ec2-task",
        "next-prompt",
        "launch-bridge",
        "stop-bridge",
    ];

    // Those that may take so long move files of any size, and get bandwidth with their memory.
    private const int SecondsOfFiles = 100;

    /// <summary>The least size that both allow.</summary>
    public static int Of(StartRow row)
    {
        var least = s_sizes.FirstOrDefault(size => IsEnough(row, size), s_sizes[^1]);
        return MovesFiles(row) ? Math.Max(least, row.MemorySize) : least;
    }

    /// <summary>Whether the rule is only a floor, as its memory is there for something else.</summary>
    public static bool MovesFiles(StartRow row) => row.Timeout >= SecondsOfFiles;

    /// <summary>How long the start's work takes with a size's share of a processor, in milliseconds.</summary>
    public static double ColdStart(StartRow row, int size) =>
        Math.Max(row.Median, row.Cpu * Math.Max(1, MegabytesOfVcpu / size));

    public static bool IsWithCaller(StartRow row) => s_withCaller.Contains(row.Name);

    private static bool IsEnough(StartRow row, int size) =>
        size >= Margin * Math.Max(row.Peak, row.WorkPeak ?? 0)
        && ColdStart(row, size) <= (IsWithCaller(row) ? CallerWaits : NobodyWaits).TotalMilliseconds;
}

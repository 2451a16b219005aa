namespace SonicBridge.Bench.Calls;

/// <summary>Something that is measured of both; less of it is better.</summary>
/// <param name="Name">For the table.</param>
/// <param name="Unit">Of its values.</param>
/// <param name="AtMost">The goal that the design sets.</param>
/// <param name="PeerShare">The goal beside the peer: the most that the bridge may have of the peer's value.</param>
internal sealed record Figure(string Name, string Unit, double? AtMost = null, double? PeerShare = null)
{
    public static Figure Start { get; } =
        new("Process start to the first audio at the model, audio ready", "ms", 45, 1 / 8d);

    public static Figure CrowdStart { get; } =
        new($"The same, {Runs.CrowdRun.Calls} calls started together: the last of them", "ms", 600, 1 / 8d);

    public static Figure Rss { get; } = new("Memory of one call in its 30th second, RSS", "MiB", 30, 0.4);

    public static Figure Pss { get; } = new($"Memory of each of {Runs.CompanyRun.Calls} calls, PSS", "MiB", 14, 0.4);

    public static Figure FirstMinuteCpu { get; } =
        new("CPU for a minute of call, start included (a call of 30 s, doubled)", "s", 0.5, 0.25);

    public static Figure FurtherMinuteCpu { get; } = new("CPU for each further minute", "s", 0.3, 0.25);

    public static Figure MedianLatency { get; } =
        new("Latency added, fragment handed out to each audioInput: p50", "ms", 1.2, 1);

    public static Figure TailLatency { get; } = new("The same: p99", "ms", 3, 1);

    public static Figure Backlog { get; } =
        new("Ten minutes of audio as fast as it goes, from process start", "s", 0.9, 1);

    public static Figure BacklogCpu { get; } = new("CPU of the bridge for it", "s");

    public static Figure FirstPrompt { get; } =
        new(
            "An answer's first prompt: from the model's last audio of it to the playlist that names it, p50",
            "ms",
            150
        );

    public static Figure AnswerPrompt { get; } =
        new("From the answer's first audio to that playlist, the model's own time included, p50", "ms", null, 1);

    public static Figure Puts { get; } = new("Objects put into S3 in a minute of call", "");

    public static Figure Gets { get; } = new("Objects asked for in S3 in a minute of call", "");

    public static Figure Altered { get; } =
        new(
            $"{Runs.CurveRun.Most} calls at once: callers of whom the model heard a sample too few, too many or wrong",
            "",
            0
        );

    /// <summary>All figures, in the table's order.</summary>
    public static IReadOnlyList<Figure> All { get; } =
    [
        Start,
        CrowdStart,
        Rss,
        Pss,
        FirstMinuteCpu,
        FurtherMinuteCpu,
        MedianLatency,
        TailLatency,
        Backlog,
        BacklogCpu,
        FirstPrompt,
        AnswerPrompt,
        Puts,
        Gets,
        Altered,
    ];
}

namespace SonicBridge.Local.Sonic;

/// <summary>The model's limits and pace. What is not documented is an assumption of the simulation.</summary>
public sealed record SonicLimits
{
    /// <summary>How long a connection may last.</summary>
    public TimeSpan Connection { get; init; } = TimeSpan.FromMinutes(8);

    /// <summary>How long no audio may come.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(55);

    /// <summary>From the end of a turn to the first sound of the answer: AWS publishes less than 0.7 s.</summary>
    public TimeSpan Thinking { get; init; } = TimeSpan.FromSeconds(0.65);

    /// <summary>How many times faster than it is spoken the answer is sent; the real figure is not published.</summary>
    public double Pace { get; init; } = 4;
}

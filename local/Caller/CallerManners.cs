namespace SonicBridge.Local.Caller;

/// <summary>How long the acted caller waits for what.</summary>
public sealed record CallerManners
{
    /// <summary>The silence by which the caller knows that the agent has finished: longer than a gap between two prompts.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(1.2);

    /// <summary>How long the caller waits for an answer before speaking on, or hanging up when all is said.</summary>
    public TimeSpan Bewilderment { get; init; } = TimeSpan.FromSeconds(12);

    /// <summary>
    /// How many prompts the caller listens to before the first line: the flow's welcome, and what the agent opens with
    /// where it does.
    /// </summary>
    public int Welcomes { get; init; } = 1;

    /// <summary>The silence after the agent's last word, before the caller hangs up.</summary>
    public TimeSpan Farewell { get; init; } = TimeSpan.FromSeconds(1.5);
}

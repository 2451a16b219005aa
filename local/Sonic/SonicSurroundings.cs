namespace SonicBridge.Local.Sonic;

/// <summary>What all sessions of a simulated model share.</summary>
internal sealed record SonicSurroundings(
    IAgentScript Script,
    SonicLimits Limits,
    TimeProvider Time,
    Action<SonicNews> Observe
);

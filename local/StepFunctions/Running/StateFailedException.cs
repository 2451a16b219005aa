namespace SonicBridge.Local.StepFunctions.Running;

/// <summary>A state failed with an error of the States Language, which its Retry and Catch may answer.</summary>
/// <param name="error">The error's name.</param>
/// <param name="cause">What happened, for a reader.</param>
public sealed class StateFailedException(string? error, string? cause) : Exception($"{error}: {cause}")
{
    /// <summary>Null only for a Fail state that names none.</summary>
    public string? Error => error;

    public string? Cause => cause;

    /// <summary>Whether the state's heartbeats stayed out; States.HeartbeatTimeout then names it as well.</summary>
    public bool HeartbeatMissed { get; init; }
}

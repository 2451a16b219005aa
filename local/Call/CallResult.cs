using SonicBridge.Contracts;
using SonicBridge.Local.Connect;
using SonicBridge.Local.StepFunctions.Running;

namespace SonicBridge.Local.Call;

/// <summary>How a local call went.</summary>
/// <param name="Contact">The call.</param>
/// <param name="Flow">How the contact flow ended.</param>
/// <param name="Execution">The call's execution, or null when none was started.</param>
/// <param name="Outcome">What outcome.json holds, or null when it was never written.</param>
/// <param name="Turns">How often the caller was answered.</param>
/// <param name="Interruptions">How often the caller spoke over the agent.</param>
/// <param name="Hearing">Whether the model heard the caller as spoken; null when one stream alone cannot tell.</param>
public sealed record CallResult(
    ContactId Contact,
    FlowEnding Flow,
    Execution? Execution,
    CallOutcome? Outcome,
    int Turns,
    int Interruptions,
    Hearing? Hearing
);

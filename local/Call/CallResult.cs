using SonicBridge.Contracts;
using SonicBridge.Local.Connect;
using SonicBridge.Local.Proof;
using SonicBridge.Local.Script;
using SonicBridge.Local.StepFunctions.Running;

namespace SonicBridge.Local.Call;

/// <summary>How a local call went.</summary>
/// <param name="Contact">The call.</param>
/// <param name="Flow">How the contact flow ended.</param>
/// <param name="Execution">The call's execution, or null when none was started.</param>
/// <param name="Outcome">What outcome.json holds, or null when it was never written.</param>
/// <param name="Facts">What happened, counted.</param>
/// <param name="Hearing">Whether the model heard the caller as spoken; null when its streams cannot tell.</param>
/// <param name="Losses">A sentence for each thing that was lost between the model's sessions.</param>
public sealed record CallResult(
    ContactId Contact,
    FlowEnding Flow,
    Execution? Execution,
    CallOutcome? Outcome,
    ConversationFacts Facts,
    Hearing? Hearing,
    IReadOnlyList<string> Losses
)
{
    /// <summary>How often the caller was answered.</summary>
    public int Turns => Facts.Turns;
}

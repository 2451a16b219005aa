namespace SonicBridge.Contracts;

/// <summary>How the agent wants the call to end once its last words are played, as the model was told.</summary>
/// <param name="Ending"><see cref="CallEnding.AgentEnded"/> or <see cref="CallEnding.TransferRequested"/>.</param>
/// <param name="Transfer">To whom the caller goes, when it is a transfer.</param>
public sealed record PromisedEnding(CallEnding Ending, TransferTarget? Transfer = null);

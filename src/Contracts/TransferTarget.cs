namespace SonicBridge.Contracts;

/// <summary>To whom the agent hands the caller, and what it tells that person.</summary>
/// <param name="Queue">The ARN of the queue; null for the one that the contact flow knows.</param>
/// <param name="Summary">What the call was about, for the agent's screen: the flow keeps it as a contact attribute.</param>
public sealed record TransferTarget(string? Queue = null, string? Summary = null);

namespace SonicBridge.Contracts;

/// <summary><c>outcome.json</c>, written once by record-outcome: the end of the call's story.</summary>
/// <param name="ContactId">The call.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="RecordedAt">When this was written.</param>
public sealed record OutcomeRecord(ContactId ContactId, CallOutcome Outcome, DateTimeOffset RecordedAt);

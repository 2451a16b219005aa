namespace SonicBridge.Contracts;

/// <summary><c>progress.json</c>, written by next-prompt alone: how far the caller has heard.</summary>
/// <param name="HandedOut">The number of the last prompt given to the flow; all before it were played to their end.</param>
/// <param name="HandedOutAt">When.</param>
public sealed record Progress(int HandedOut, DateTimeOffset HandedOutAt);

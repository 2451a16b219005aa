using SonicBridge.Contracts;

namespace SonicBridge.Local.Proof;

/// <summary>A line as the model wrote it.</summary>
/// <param name="IsCut">Whether it may not have been heard to its end: the caller spoke over it, or its session broke.</param>
public sealed record SaidLine(Speaker Speaker, string Text, bool IsCut = false);

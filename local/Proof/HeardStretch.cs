namespace SonicBridge.Local.Proof;

/// <summary>What one session of the model heard of the caller.</summary>
/// <param name="Audio">16-bit little-endian, at the caller's own rate.</param>
/// <param name="IsResumed">Whether its bridge took over from one that was gone: it sends again what that one had not noted.</param>
public sealed record HeardStretch(ReadOnlyMemory<byte> Audio, bool IsResumed = false);

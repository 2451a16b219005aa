namespace SonicBridge.Bridge.Conversation;

/// <summary>A stretch of all that the agent said in this bridge, in samples from its first.</summary>
/// <param name="From">The first sample.</param>
/// <param name="Through">The sample behind the last.</param>
internal readonly record struct SampleRange(long From, long Through)
{
    public long Length => Through - From;

    /// <summary>Samples that both have.</summary>
    public long Shared(SampleRange other) => Math.Max(0, Math.Min(Through, other.Through) - Math.Max(From, other.From));
}

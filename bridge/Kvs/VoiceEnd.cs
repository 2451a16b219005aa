namespace SonicBridge.Bridge.Kvs;

/// <summary>How the caller's voice ended.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Detail">A sentence for the engineer who reads it.</param>
public readonly record struct VoiceEnd(VoiceEndKind Kind, string Detail);

public enum VoiceEndKind
{
    /// <summary>No more fragments came: the caller hung up, or streaming was stopped.</summary>
    NoMoreFragments,

    /// <summary>The stream began to carry another contact.</summary>
    StreamReused,

    /// <summary>The stream can't be read; the detail says why and what to do.</summary>
    Unreadable,
}

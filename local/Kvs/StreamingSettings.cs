namespace SonicBridge.Local.Kvs;

/// <summary>How Connect writes a call into a stream: the layouts that were seen in real captures.</summary>
public sealed record StreamingSettings
{
    /// <summary>Whether a second track carries what the caller hears.</summary>
    public bool BothTracks { get; init; }

    /// <summary>Whether track 1 is what the caller hears, which only the tracks' names tell.</summary>
    public bool TracksSwapped { get; init; }

    /// <summary>Whether the contact's tags stand before the audio and not after it.</summary>
    public bool ContactTagsFirst { get; init; }

    /// <summary>Whether clusters say how long they are.</summary>
    public bool SizedClusters { get; init; }

    /// <summary>Whether the last fragment of a run lacks the contact's tags.</summary>
    public bool UntaggedTail { get; init; }

    /// <summary>Blocks of 64 ms in a fragment and track.</summary>
    public int BlocksPerFragment { get; init; } = 16;
}

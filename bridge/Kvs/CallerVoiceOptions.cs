using SonicBridge.Bridge.Kvs.Matroska;

namespace SonicBridge.Bridge.Kvs;

/// <summary>How the caller's voice is read.</summary>
public sealed record CallerVoiceOptions
{
    /// <summary>Where reading begins.</summary>
    public VoiceStart Start { get; init; } = new VoiceStart.AtContactStart();

    /// <summary>The call has ended when no new block came for so long, whatever happened to the connection.</summary>
    public TimeSpan EndOfCall { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The same, before the contact's first block.</summary>
    public TimeSpan FirstBlock { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long errors alone may go on before the stream counts as unreadable.</summary>
    public TimeSpan Outage { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an endpoint and an answer's head may take.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How far before the contact's start reading begins, for clocks differ.</summary>
    public TimeSpan StartMargin { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How far back to look for the contact when it is not known when it started.</summary>
    public TimeSpan UnknownStart { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Whether each fragment is held until its own ContactId is read, which costs a fragment's length (about a second).
    /// Otherwise only the first of a streaming run is.
    /// </summary>
    public bool HoldEachFragment { get; init; }

    /// <summary>Bytes held at most while nobody names their contact: 16,000 a second.</summary>
    public int MostHeldBytes { get; init; } = 1024 * 1024;

    public MkvLimits Limits { get; init; } = new();

    /// <summary>A connection without a byte for so long is given up for a fresh one: fragments come about every second.</summary>
    internal TimeSpan Stall =>
        TimeSpan.FromTicks(Math.Clamp((EndOfCall * 0.4).Ticks, LeastStall.Ticks, MostStall.Ticks));

    // Less than this would take the time between two fragments for a stall.
    private static TimeSpan LeastStall => TimeSpan.FromSeconds(1.5);

    private static TimeSpan MostStall => TimeSpan.FromSeconds(4);
}

namespace SonicBridge.Bridge.Conversation;

/// <summary>When a session with the model gives way to the next.</summary>
internal sealed record RenewalLimits
{
    /// <summary>The age of a stream from which a pause is looked for. The model ends it at 8 minutes.</summary>
    public TimeSpan RenewAfter { get; init; } = TimeSpan.FromMinutes(6);

    /// <summary>The age at which it gives way, pause or not.</summary>
    public TimeSpan ForceAfter { get; init; } = TimeSpan.FromMinutes(7.5);

    /// <summary>How long the next one is open before anything depends on it: a refusal shows by then.</summary>
    public TimeSpan Ahead { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long the next one waits for its turn: the model ends a stream without audio after 55 s.</summary>
    public TimeSpan NextKept { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The caller's silence after which words that were not answered need no answer: an answer begins within 3 s.</summary>
    public TimeSpan Settled { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long the last turn of a session that has given way may take: the model speaks faster than it is heard.</summary>
    public TimeSpan LastTurn { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// How long the caller speaks before the last turn of a session that no longer hears him is dropped: longer than a cough.
    /// </summary>
    public TimeSpan SpokenOver { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a session may be mute in the midst of a turn, its own or one that it has to answer.</summary>
    public TimeSpan Mute { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>So long the caller speaks without a pause, and it is no noise: the model has to react to it.</summary>
    public TimeSpan Sentence { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long it may take nothing of the caller's voice, once seconds of it wait already.</summary>
    public TimeSpan Stuck { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>A stream gives way so long before its credentials end. The SDK has new ones 15 minutes before.</summary>
    public TimeSpan CredentialsMargin { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For how long a pause is looked for before that.</summary>
    public TimeSpan CredentialsNotice { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>A session that lived for so long was none that fails at once.</summary>
    public TimeSpan Proven { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Ends in a row without one event, after which the caller is given up to a person.</summary>
    public int MostFailures { get; init; } = 4;

    /// <summary>How long the caller may be without a session.</summary>
    public TimeSpan MostWithout { get; init; } = TimeSpan.FromSeconds(20);
}

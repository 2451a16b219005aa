namespace SonicBridge.Bridge.Conversation;

/// <summary>What a renewal knows of one session.</summary>
internal sealed class ModelSession(int number, DateTimeOffset openedAt)
{
    // Another session that soon would be opened with the same credentials.
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);

    public int Number => number;

    public DateTimeOffset OpenedAt => openedAt;

    /// <summary>When the credentials end that it was opened with; null when they do not, or are not known yet.</summary>
    public DateTimeOffset? CredentialsEnd { get; set; }

    /// <summary>When it was given the caller's voice.</summary>
    public DateTimeOffset? BegunAt { get; set; }

    /// <summary>When the voice went to its successor.</summary>
    public DateTimeOffset? LeavesAt { get; set; }

    /// <summary>Whether the caller had spoken to it, and had no answer yet, when the voice went to its successor.</summary>
    public bool OwesAnswer { get; set; }

    /// <summary>Whether it was told goodbye.</summary>
    public bool IsClosing { get; set; }

    /// <summary>Whether the caller has spoken over its last turn: what it still says is not to be heard.</summary>
    public bool IsSilenced { get; set; }

    /// <summary>Whether it has sent any event.</summary>
    public bool HasSpoken { get; set; }

    /// <summary>What it has asked for and was not told yet.</summary>
    public HashSet<string> OpenTools { get; } = [];

    public SessionTurn Turn { get; } = new(openedAt);

    /// <summary>From when a pause is looked for.</summary>
    public DateTimeOffset RenewAt(RenewalLimits limits) =>
        Earlier(openedAt + limits.RenewAfter, CredentialsEnd - limits.CredentialsMargin - limits.CredentialsNotice);

    /// <summary>When it gives way, pause or not.</summary>
    public DateTimeOffset ForceAt(RenewalLimits limits) =>
        Earlier(openedAt + limits.ForceAfter, CredentialsEnd - limits.CredentialsMargin);

    private DateTimeOffset Earlier(DateTimeOffset byAge, DateTimeOffset? byCredentials)
    {
        var soonest = openedAt + Shortest;
        return byCredentials >= byAge || byCredentials is null || soonest >= byAge ? byAge
            : byCredentials >= soonest ? byCredentials.Value
            : soonest;
    }
}

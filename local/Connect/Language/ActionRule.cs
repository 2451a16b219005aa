namespace SonicBridge.Local.Connect.Language;

/// <summary>What Connect's flow language asks of one type of action.</summary>
/// <param name="Required">Parameters that must be there.</param>
/// <param name="Optional">Parameters that may be there.</param>
/// <param name="Errors">Error branches that must be there.</param>
internal sealed record ActionRule(string[] Required, string[] Optional, string[] Errors)
{
    /// <summary>Error branches that may be there as well.</summary>
    public string[] MoreErrors { get; init; } = [];

    /// <summary>Whether the action branches by comparisons.</summary>
    public Branching Branching { get; init; }

    /// <summary>Whether the contact's way ends here.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Whether the way on need not be said, since the action has named branches for every case.</summary>
    public bool NextIsOptional { get; init; }
}

/// <summary>Whether an action has branches by comparison.</summary>
internal enum Branching
{
    Never,
    Sometimes,
    Always,
}

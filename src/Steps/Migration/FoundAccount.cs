using SonicBridge.Steps.Backup;

namespace SonicBridge.Steps.Migration;

/// <summary><c>found.json</c>: what the preflight found in the account, before anything is changed.</summary>
internal sealed record FoundAccount
{
    /// <summary>The old function's ARN; null when there is none of that name.</summary>
    public string? Function { get; init; }

    /// <summary>The revision of the task definition that it runs now, as <c>family:revision</c>.</summary>
    public string? Revision { get; init; }

    /// <summary>Variables of the function that will be set to that revision while the migration lasts.</summary>
    public IReadOnlyList<string> Pins { get; init; } = [];

    /// <summary>The bridge's image.</summary>
    public string? Image { get; init; }

    /// <summary>The stack's status, or that there is none yet.</summary>
    public string? Stack { get; init; }

    /// <summary>How many resources of each type the stack has.</summary>
    public IReadOnlyDictionary<string, int> Resources { get; init; } = new Dictionary<string, int>();

    /// <summary>The flows and modules that are changed, and which actions in them.</summary>
    public IReadOnlyList<FlowFinding> Flows { get; init; } = [];

    /// <summary>What is left for a person to look at.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>What has to be mended before a migration can begin.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}

using SonicBridge.Contracts;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Deploy;

/// <summary><c>deploy.json</c>: how the stack was deployed, for the next look, for the report, and for people.</summary>
internal sealed record Deployment
{
    /// <summary>Counts the change sets of this migration.</summary>
    public required int Attempt { get; init; }

    /// <summary>The change set's name: it carries the migration's.</summary>
    public required string ChangeSet { get; init; }

    /// <summary>The stack, once there is one.</summary>
    public string? StackId { get; init; }

    /// <summary>When the change set was executed; null before.</summary>
    public DateTimeOffset? ExecutedAt { get; init; }

    /// <summary>What the change set changes.</summary>
    public IReadOnlyList<PlannedChange> Changes { get; init; } = [];

    /// <summary>What the stack says of its resources, once it is deployed.</summary>
    public IReadOnlyDictionary<string, string>? Outputs { get; init; }

    /// <summary>How it ended, in a sentence; null until then.</summary>
    public string? Ended { get; init; }

    public static JsonFile<Deployment> File { get; } = new("deploy.json", MigrationJson.Default.Deployment);
}

/// <summary>One line of a change set.</summary>
/// <param name="Resource">The resource's name in the template.</param>
/// <param name="Type">Its type.</param>
/// <param name="Action">What is done to it.</param>
/// <param name="Replacement">For a modification: whether the resource is replaced by a new one.</param>
internal sealed record PlannedChange(string Resource, string Type, string Action, string? Replacement);

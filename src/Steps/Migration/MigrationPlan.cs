namespace SonicBridge.Steps.Migration;

/// <summary>All settings of a migration, defaults filled in: what the steps go by.</summary>
internal sealed record MigrationPlan
{
    /// <summary>Only report what would be done.</summary>
    public required bool DryRun { get; init; }

    /// <summary>The Amazon Connect instance's id.</summary>
    public required string ConnectInstanceId { get; init; }

    /// <summary>The function of the Fargate deployment that the contact flows invoke.</summary>
    public required string FunctionName { get; init; }

    /// <summary>The cluster of the Fargate deployment.</summary>
    public required string FargateClusterName { get; init; }

    /// <summary>The task definition's family, the same before and after.</summary>
    public required string TaskDefinitionFamily { get; init; }

    /// <summary>The stack of the EC2 side.</summary>
    public required string StackName { get; init; }

    /// <summary>Parameters of that stack that differ from its template's defaults.</summary>
    public required IReadOnlyDictionary<string, string> StackParameters { get; init; }

    /// <summary>The tag of the bridge's image in its ECR repository.</summary>
    public required string ImageTag { get; init; }

    /// <summary>Which share of the calls goes the new way, one after the other, in percent; the last is 100.</summary>
    public required IReadOnlyList<int> Percentages { get; init; }

    /// <summary>How long each share is watched before the next.</summary>
    public required int BakeSeconds { get; init; }

    /// <summary>How long to wait before asking again how far AWS is.</summary>
    public required int PollSeconds { get; init; }

    /// <summary>How many bridges the cluster has to have room for before a call is sent there.</summary>
    public required int Room { get; init; }

    /// <summary>Whether a synthetic call proves the new way before a caller takes it.</summary>
    public required bool Canary { get; init; }

    /// <summary>
    /// Whether the old function's code names a revision of the task definition by itself, so that no variable of its
    /// environment has to.
    /// </summary>
    public bool FargateRevisionIsFixed { get; init; }
}

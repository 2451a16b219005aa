namespace SonicBridge.Contracts.Configuration;

/// <summary>To whom callers are handed when they ask for a person.</summary>
public sealed record TransferConfiguration
{
    /// <summary>The ARN of a queue of Amazon Connect; absent, the contact flow's own.</summary>
    public string? Queue { get; init; }

    /// <summary>More queues, each by the word by which the model asks for it.</summary>
    public IReadOnlyDictionary<string, string>? Queues { get; init; }
}

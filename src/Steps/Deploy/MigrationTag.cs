namespace SonicBridge.Steps.Deploy;

/// <summary>The tags by which a migration knows its own again, even if it was cut off before it wrote down what it did.</summary>
internal static class MigrationTag
{
    /// <summary>The migration's id.</summary>
    public const string Migration = "sonicbridge:migration";

    /// <summary>The SHA-256 of the definition that was registered: ECS itself adds to what it describes.</summary>
    public const string Definition = "sonicbridge:definition";
}

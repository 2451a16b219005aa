using SonicBridge.Contracts;

namespace SonicBridge.Steps.Migration;

/// <summary><c>migrations/current.json</c>: the migration that was begun last, and how far it is.</summary>
/// <param name="Id">The migration.</param>
/// <param name="Execution">The ARN of the execution that has it in hand, or had it last.</param>
/// <param name="Phase">How far it is.</param>
internal sealed record CurrentMigration(string Id, string Execution, MigrationPhase Phase)
{
    /// <summary>Its file, in the folder of all migrations.</summary>
    public static JsonFile<CurrentMigration> File { get; } =
        new("current.json", MigrationJson.Default.CurrentMigration);
}

/// <summary>How far a migration is.</summary>
internal enum MigrationPhase
{
    /// <summary>Nothing was changed yet, and the backup may be incomplete.</summary>
    Begun,

    /// <summary>The backup is sealed; anything may be under way.</summary>
    Sealed,

    /// <summary>All calls go the new way.</summary>
    Migrated,

    /// <summary>What was there before is there again.</summary>
    RolledBack,
}

using Amazon.Connect;
using SonicBridge.Contracts;
using SonicBridge.Steps.Deploy;
using SonicBridge.Steps.Flows;
using SonicBridge.Steps.Migration;
using SonicBridge.Steps.Rollback;

namespace SonicBridge.Steps.Backup;

/// <summary>Reads whether the instance offers the function to the authors of flows, into the file of a backup.</summary>
internal sealed class AssociationSnapshot(IAmazonConnect connect) : ISnapshotReader
{
    /// <summary>The folder of this file.</summary>
    public const string Below = $"{SealedBackup.Root}association/";

    /// <summary>The file.</summary>
    public static JsonFile<AssociationRecord> File { get; } =
        new($"{Below}lambda-functions.json", MigrationJson.Default.AssociationRecord);

    public async Task<Snapshot> ReadAsync(MigrationPlan plan, RestoredNames names) =>
        new(Below, [SnapshotFile.Of(File.Name, CanonicalJson.Write(await FindAsync(connect, plan), File.Shape))]);

    /// <summary>What the instance lists of the function, with or without version or alias.</summary>
    public static async Task<AssociationRecord> FindAsync(IAmazonConnect connect, MigrationPlan plan) =>
        new([
            .. (await ConnectAccess.ListAsync(connect, plan.ConnectInstanceId))
                .Where(arn => FunctionAddress.Parse(arn).Name == plan.FunctionName)
                .Order(StringComparer.Ordinal),
        ]);
}

/// <summary>The function as the instance lists it.</summary>
/// <param name="Functions">Its ARNs; none where flows may not choose it.</param>
internal sealed record AssociationRecord(IReadOnlyList<string> Functions);

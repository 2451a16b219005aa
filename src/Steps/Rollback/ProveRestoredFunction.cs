using System.Globalization;
using Amazon.Connect;
using Amazon.ECS;
using Amazon.Lambda;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.S3;
using SonicBridge.Steps.Backup;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Rollback;

/// <summary>
/// <c>prove-restored</c>: reads all that was backed up anew and compares it with the manifest, SHA-256 by SHA-256. Only when
/// every file is the same does the rollback go on to its report, by which the migration is rolled back.
/// </summary>
public sealed class ProveRestoredFunction
{
    private readonly IAmazonS3 _s3;
    private readonly IReadOnlyList<ISnapshotReader> _readers;

    public ProveRestoredFunction()
        : this(
            new AmazonS3Client(),
            [
                new TaskDefinitionSnapshot(new AmazonECSClient()),
                new LambdaSnapshot(new AmazonLambdaClient()),
                new FlowSnapshot(new AmazonConnectClient(), isModule: false),
                new FlowSnapshot(new AmazonConnectClient(), isModule: true),
                new AssociationSnapshot(new AmazonConnectClient()),
            ]
        ) { }

    internal ProveRestoredFunction(IAmazonS3 s3, IReadOnlyList<ISnapshotReader> readers)
    {
        _s3 = s3;
        _readers = readers;
    }

    /// <exception cref="MigrationRefused">Something is not what it was; the message names it.</exception>
    [LambdaFunction(
        ResourceName = nameof(ProveRestoredFunction),
        Timeout = 290,
        MemorySize = 512,
        Role = "@ProveRestoredRole"
    )]
    public async Task<StepDone> ProveRestored(StepRequest request, ILambdaContext context)
    {
        var store = new MigrationStore(_s3, MigrationFolder.Parse(request.Folder));
        var plan = await store.RequireAsync(MigrationFile.Plan);
        var manifest = await store.RequireAsync(MigrationFile.Manifest);
        var names = await RestoredNames.ReadAsync(store);
        var live = new List<SnapshotFile>();
        foreach (var reader in _readers)
        {
            live.AddRange((await reader.ReadAsync(plan, names)).Files);
        }

        var proof = Proof.Of(manifest.Files, live);
        await store.WriteAsync(MigrationFile.Proof, proof, CancellationToken.None);
        if (proof.Lines.Where(line => !line.Ok).ToList() is { Count: > 0 } differing)
        {
            throw new MigrationRefused(
                $"{differing.Count} of {proof.Lines.Count} files are not what was backed up: {string.Join("; ", differing.Select(line => $"{line.Check} {line.Detail}"))}. Somebody has changed them while the rollback ran, or they need a hand: compare them with {store.Folder}, mend them, and start the rollback again."
            );
        }

        var done = string.Create(
            CultureInfo.InvariantCulture,
            $"All {proof.Lines.Count} files are what was backed up, SHA-256 by SHA-256."
        );
        context.Logger.LogInformation("{done}", done);
        return new StepDone(done);
    }
}

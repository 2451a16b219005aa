using Amazon.ECS.Model;
using SonicBridge.Steps.Backup;
using SonicBridge.Steps.Deploy;
using SonicBridge.Steps.Migration;
using SonicBridge.Steps.Rollback;
using SonicBridge.Steps.Tests.Backup;
using SonicBridge.Steps.Tests.Flows;
using SonicBridge.Testing;
using Task = System.Threading.Tasks.Task;

namespace SonicBridge.Steps.Tests.Rollback;

/// <summary>From the backup over what a migration and other people do to the proof.</summary>
public sealed class ProveRestoredTests : IAsyncLifetime
{
    private readonly InMemoryS3 _s3 = TheMigration.Begun();
    private readonly InMemoryTaskDefinitions _ecs = new();
    private readonly InMemoryLambda _lambda = InMemoryLambda.Deployed();
    private readonly FakeConnect _connect = new();

    public async ValueTask InitializeAsync()
    {
        await _ecs.FargateAsync("old:1");
        await _ecs.FargateAsync("old:2");
        await ASealedBackup.WriteAsync(_s3, _ecs, _lambda);
    }

    public ValueTask DisposeAsync()
    {
        _s3.Dispose();
        _ecs.Dispose();
        _lambda.Dispose();
        _connect.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task<StepDone> ProveAsync() =>
        new ProveRestoredFunction(_s3, [new TaskDefinitionSnapshot(_ecs), new LambdaSnapshot(_lambda)]).ProveRestored(
            TheMigration.Request,
            TheMigration.Context()
        );

    private async Task MigrateAsync()
    {
        await new PinRevisionFunction(_s3, _lambda).PinRevision(TheMigration.Request, TheMigration.Context());
        await new RegisterBridgeTaskFunction(
            _s3,
            _ecs,
            new BridgeTask(
                "arn:aws:iam::111122223333:role/task",
                "arn:aws:iam::111122223333:role/execution",
                "bridge",
                null,
                "us-east-1"
            )
        ).RegisterBridgeTask(TheMigration.Request, TheMigration.Context());
    }

    private async Task RollBackAsync()
    {
        await new RestoreTaskDefinitionFunction(_s3, _ecs).RestoreTaskDefinition(
            TheMigration.Request,
            TheMigration.Context()
        );
        await new RestoreLambdaFunction(_s3, _lambda, _connect, _lambda.Http()).RestoreLambda(
            TheMigration.Request,
            TheMigration.Context()
        );
    }

    [Fact]
    public async Task A_migration_that_was_taken_back_is_proved()
    {
        await MigrateAsync();
        await RollBackAsync();

        (await ProveAsync()).Done.ShouldBe("All 9 files are what was backed up, SHA-256 by SHA-256.");

        // The report is still to come: should it fail, the rollback is started again with {}.
        _s3.Current().Phase.ShouldBe(MigrationPhase.Sealed);
        _s3.Read(MigrationFile.Proof)!.Lines.ShouldAllBe(line => line.Ok && line.Detail.Length == 64);
    }

    [Fact]
    public async Task What_is_migrated_still_is_not_proved()
    {
        await MigrateAsync();

        var refused = await Should.ThrowAsync<MigrationRefused>(ProveAsync);

        refused.Message.ShouldStartWith("3 of 10 files are not what was backed up");
        refused.Message.ShouldContain("backup/function/function.json was");
        refused.Message.ShouldContain("backup/task-definitions/family.json was");
        refused.Message.ShouldContain("backup/task-definitions/nova-sonic-bridge-3.json is there now and was not then");
        _s3.Current().Phase.ShouldBe(MigrationPhase.Sealed);
        _s3.Read(MigrationFile.Proof)!.Lines.Count(line => !line.Ok).ShouldBe(3);
    }

    [Fact]
    public async Task What_was_registered_anew_is_proved_by_its_content()
    {
        await MigrateAsync();
        await _ecs.DeregisterTaskDefinitionAsync(
            new DeregisterTaskDefinitionRequest { TaskDefinition = InMemoryTaskDefinitions.Arn(2) },
            TestContext.Current.CancellationToken
        );
        await RollBackAsync();

        await ProveAsync();

        _ecs.Active().ShouldBe([4, 1]);
        _s3.Read(MigrationFile.Proof)!.Lines.ShouldAllBe(line => line.Ok);
    }

    [Fact]
    public async Task Code_of_somebody_else_is_told_by_its_digest_alone()
    {
        _lambda.Deploy("theirs"u8.ToArray());

        (await Should.ThrowAsync<MigrationRefused>(ProveAsync)).Message.ShouldContain("backup/function/code.zip was");
    }

    [Fact]
    public async Task A_file_that_nobody_reads_anew_is_not_taken_for_proved()
    {
        var manifest = _s3.Read(MigrationFile.Manifest)!;
        var flow = new ManifestEntry("backup/flows/f/published.json", new string('0', 64), 2);
        _s3.Write(MigrationFile.Manifest, manifest with { Files = [.. manifest.Files, flow] });

        (await Should.ThrowAsync<MigrationRefused>(ProveAsync)).Message.ShouldContain(
            "backup/flows/f/published.json is gone"
        );
    }
}

using Amazon.ECS.Model;
using Amazon.Lambda.Model;
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
    public async Task A_function_that_named_a_revision_which_is_gone_names_the_new_one_and_the_report_says_so()
    {
        _lambda.Live!.Environment.Variables["TASK_DEFINITION"] = "nova-sonic-bridge:2";
        _s3.SetCurrent(MigrationPhase.Begun);
        await ASealedBackup.WriteAsync(_s3, _ecs, _lambda);
        await MigrateAsync();
        await DeregisterAsync(2);

        await RollBackAsync();
        await RollBackAsync();

        _lambda.Live.Environment.Variables["TASK_DEFINITION"].ShouldBe("nova-sonic-bridge:4");
        _ecs.Active().ShouldBe([4, 1]);
        await ProveAsync();
        var changed = _s3.Read(MigrationFile.Restored)!.Changed!;
        changed["variable TASK_DEFINITION"]
            .What.ShouldStartWith(
                "The variable TASK_DEFINITION of invoke-fargate-task is nova-sonic-bridge:4 now, and was nova-sonic-bridge:2"
            );
        changed["revision nova-sonic-bridge:2"].Mend.ShouldContain("which can no longer be run");
        _s3.Read(MigrationFile.Restored)!.Kept.ShouldBeNull();
    }

    [Fact]
    public async Task A_published_version_that_names_a_revision_which_is_gone_is_left_for_a_person()
    {
        var cancellation = TestContext.Current.CancellationToken;
        _lambda.Live!.Environment.Variables["TASK_DEFINITION"] = "nova-sonic-bridge:2";
        await _lambda.PublishVersionAsync(new PublishVersionRequest(), cancellation);
        await _lambda.CreateAliasAsync(new CreateAliasRequest { Name = "live", FunctionVersion = "1" }, cancellation);
        _s3.SetCurrent(MigrationPhase.Begun);
        await ASealedBackup.WriteAsync(_s3, _ecs, _lambda);
        await DeregisterAsync(2);

        await RollBackAsync();

        var change = _s3.Read(MigrationFile.Restored)!.Changed!["variable TASK_DEFINITION of version 1"];
        change.What.ShouldContain("which alias live uses, names nova-sonic-bridge:2");
        change.Mend.ShouldContain("whose TASK_DEFINITION is nova-sonic-bridge:3");
    }

    [Fact]
    public async Task A_revision_that_is_active_still_is_named_as_it_was()
    {
        _lambda.Live!.Environment.Variables["TASK_DEFINITION"] = "nova-sonic-bridge:2";
        _s3.SetCurrent(MigrationPhase.Begun);
        await ASealedBackup.WriteAsync(_s3, _ecs, _lambda);
        await DeregisterAsync(1);

        await RollBackAsync();

        // The newest was registered anew so that the family's name alone means it, and is there under its number too.
        _ecs.Active().ShouldBe([4, 3, 2]);
        _lambda.Live.Environment.Variables["TASK_DEFINITION"].ShouldBe("nova-sonic-bridge:2");
        await ProveAsync();
    }

    [Fact]
    public async Task What_other_steps_have_noted_of_new_names_stays()
    {
        var flows = new Dictionary<string, string> { ["a"] = "made-1" };
        _s3.Write(MigrationFile.Restored, RestoredNames.None with { Flows = flows });
        await DeregisterAsync(2);

        await RollBackAsync();

        _s3.Read(MigrationFile.Restored)!.Flows.ShouldBe(flows);
    }

    private Task DeregisterAsync(int revision) =>
        _ecs.DeregisterTaskDefinitionAsync(
            new DeregisterTaskDefinitionRequest { TaskDefinition = InMemoryTaskDefinitions.Arn(revision) },
            TestContext.Current.CancellationToken
        );

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

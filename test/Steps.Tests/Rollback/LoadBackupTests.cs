using System.Text.Json;
using Amazon.StepFunctions;
using SonicBridge.Steps.Backup;
using SonicBridge.Steps.Migration;
using SonicBridge.Steps.Rollback;
using SonicBridge.Steps.Tests.Backup;
using SonicBridge.Testing;

namespace SonicBridge.Steps.Tests.Rollback;

public sealed class LoadBackupTests : IAsyncLifetime
{
    private readonly InMemoryS3 _s3 = TheMigration.Begun();
    private readonly InMemoryExecutions _executions = new();

    public async ValueTask InitializeAsync()
    {
        await ASealedBackup.WriteAsync(_s3);
        _executions.Known[TheMigration.Execution] = ExecutionStatus.SUCCEEDED;
    }

    public ValueTask DisposeAsync()
    {
        _s3.Dispose();
        _executions.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task<LoadedBackup> LoadAsync(string input = "{}", string? execution = TheMigration.Rollback) =>
        new LoadBackupFunction(_s3, _executions, TheMigration.Bucket).LoadBackup(
            new LoadBackupRequest(JsonElement.Parse(input), execution),
            TheMigration.Context()
        );

    private async Task<string> RefusalAsync(string input = "{}") =>
        (await Should.ThrowAsync<MigrationRefused>(() => LoadAsync(input))).Message;

    [Theory]
    [InlineData("Sealed")]
    [InlineData("Migrated")]
    public async Task The_last_migration_is_taken_in_hand(string phase)
    {
        _s3.SetCurrent(Enum.Parse<MigrationPhase>(phase));

        (await LoadAsync()).ShouldBe(new LoadedBackup(TheMigration.Folder, 15, 60));

        _s3.Current().ShouldBe(new CurrentMigration(TheMigration.Id, TheMigration.Rollback, MigrationPhase.Sealed));
    }

    [Fact]
    public async Task A_migration_that_does_not_exist_is_said_not_to_and_those_that_do_are_named()
    {
        _s3.Seed("migrations/an-older-one/plan.json", "{}");

        (await RefusalAsync("""{"migration":"the-migratoin"}""")).ShouldBe(
            "There is no such migration as 'the-migratoin'. There are: an-older-one, the-migration."
        );
    }

    [Fact]
    public async Task No_more_of_them_are_named_than_a_person_reads()
    {
        foreach (var number in Enumerable.Range(10, 12))
        {
            _s3.Seed($"migrations/m-{number}/plan.json", "{}");
        }

        var message = await RefusalAsync("""{"migration":"wrong"}""");

        message.ShouldContain("m-10, m-11, m-12, m-13, m-14, m-15, m-16, m-17, m-18");
        message.ShouldNotContain("m-21");
    }

    [Fact]
    public async Task What_the_input_names_is_taken()
    {
        _s3.SetCurrent(MigrationPhase.RolledBack, "another");

        (await LoadAsync($$"""{"migration":"{{TheMigration.Id}}","pollSeconds":2}""")).ShouldBe(
            new LoadedBackup(TheMigration.Folder, 2, 8)
        );
    }

    [Fact]
    public async Task A_migration_that_rolls_itself_back_is_no_hindrance_though_it_runs()
    {
        _executions.Known[TheMigration.Execution] = ExecutionStatus.RUNNING;

        var loaded = await LoadAsync(
            $$"""
            {"folder":"{{TheMigration.Folder}}","pollSeconds":15,
             "AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID":"{{TheMigration.Execution}}"}
            """
        );

        loaded.Folder.ShouldBe(TheMigration.Folder);
    }

    [Fact]
    public async Task One_that_still_runs_has_to_be_stopped_first()
    {
        _executions.Known[TheMigration.Execution] = ExecutionStatus.RUNNING;

        (await RefusalAsync()).ShouldContain(
            $"aws stepfunctions stop-execution --execution-arn {TheMigration.Execution}"
        );
        _s3.Current().Execution.ShouldBe(TheMigration.Execution);
    }

    [Fact]
    public async Task The_same_rollback_may_run_this_step_again()
    {
        await LoadAsync();
        _executions.Known[TheMigration.Rollback] = ExecutionStatus.RUNNING;

        (await LoadAsync()).Folder.ShouldBe(TheMigration.Folder);
    }

    [Fact]
    public async Task An_execution_that_Step_Functions_has_forgotten_does_not_run()
    {
        _executions.Known.Clear();

        (await LoadAsync()).Folder.ShouldBe(TheMigration.Folder);
    }

    [Fact]
    public async Task Where_nothing_was_migrated_nothing_is_rolled_back()
    {
        using var empty = new InMemoryS3();
        var function = new LoadBackupFunction(empty, _executions, TheMigration.Bucket);

        var refused = await Should.ThrowAsync<MigrationRefused>(() =>
            function.LoadBackup(
                new LoadBackupRequest(JsonElement.Parse("{}"), TheMigration.Rollback),
                TheMigration.Context()
            )
        );

        refused.Message.ShouldStartWith("Nothing was migrated from here");
    }

    [Fact]
    public async Task What_was_rolled_back_is_not_rolled_back_again_unless_it_is_named()
    {
        _s3.SetCurrent(MigrationPhase.RolledBack);

        (await RefusalAsync()).ShouldContain("was rolled back already");

        (await LoadAsync($$"""{"migration":"{{TheMigration.Id}}"}""")).Folder.ShouldBe(TheMigration.Folder);
    }

    [Fact]
    public async Task An_older_migration_waits_for_the_newer_one()
    {
        _s3.SetCurrent(MigrationPhase.Migrated, "newer");

        (await RefusalAsync($$"""{"migration":"{{TheMigration.Id}}"}""")).ShouldContain("Migration newer came after");
    }

    [Fact]
    public async Task A_backup_that_was_never_sealed_had_changed_nothing()
    {
        await _s3.DeleteObjectAsync(
            new Amazon.S3.Model.DeleteObjectRequest
            {
                BucketName = TheMigration.Bucket,
                Key = TheMigration.Key(MigrationFile.Manifest.Name),
            },
            TestContext.Current.CancellationToken
        );
        _s3.SetCurrent(MigrationPhase.Begun);

        (await RefusalAsync()).ShouldContain("was never sealed");
    }

    [Fact]
    public async Task Every_fault_of_a_damaged_backup_is_named_and_nothing_is_taken_in_hand()
    {
        _s3.Seed(TheMigration.Key(FunctionFile.Aliases.Name), "[ ]");
        _s3.Seed(TheMigration.Key("backup/function/policy.json"), "{}");
        await _s3.DeleteObjectAsync(
            new Amazon.S3.Model.DeleteObjectRequest
            {
                BucketName = TheMigration.Bucket,
                Key = TheMigration.Key(FunctionFile.Code),
            },
            TestContext.Current.CancellationToken
        );

        var refusal = await RefusalAsync();

        refusal.ShouldContain($"{FunctionFile.Code} is gone");
        refusal.ShouldContain($"{FunctionFile.Aliases.Name} is not what it was");
        refusal.ShouldContain("backup/function/policy.json was added");
        refusal.ShouldContain("list-object-versions");
        _s3.Current().Execution.ShouldBe(TheMigration.Execution);
    }

    [Theory]
    [InlineData("[]", "JSON object")]
    [InlineData("""{"migratoin":"x"}""", "'migratoin'")]
    [InlineData("""{"migration":7}""", "migration")]
    [InlineData("""{"migration":"../x"}""", "migration")]
    [InlineData("""{"folder":"s3://other/migrations/x/"}""", "s3://backup-bucket/")]
    [InlineData("""{"folder":"backup"}""", "'backup'")]
    [InlineData("""{"pollSeconds":0}""", "pollSeconds")]
    [InlineData("""{"pollSeconds":"15"}""", "pollSeconds")]
    public async Task Bad_input_gets_a_sentence_that_names_the_field(string input, string named) =>
        (await RefusalAsync(input)).ShouldContain(named);
}

using System.Text.Json;
using Amazon.StepFunctions;
using SonicBridge.Steps.Migration;
using SonicBridge.Steps.Tests.Call;
using SonicBridge.Testing;

namespace SonicBridge.Steps.Tests.Migration;

public sealed class MigrationClaimTests : IDisposable
{
    private const string First = "arn:aws:states:us-east-1:123456789012:execution:nova-sonic-migrate:first";
    private const string Second = "arn:aws:states:us-east-1:123456789012:execution:nova-sonic-migrate:second";

    private readonly InMemoryS3 _s3 = new();
    private readonly FakeStepFunctions _stepFunctions = new() { Status = ExecutionStatus.FAILED };

    private MigrationClaim Claim => new(_s3, _stepFunctions, "backups");

    private void Found(MigrationPhase phase) =>
        _s3.Seed(
            "migrations/current.json",
            JsonSerializer.Serialize(
                new CurrentMigration("first", First, phase),
                MigrationJson.Default.CurrentMigration
            )
        );

    [Fact]
    public async Task The_first_execution_begins_a_migration_named_after_it()
    {
        var claimed = await Claim.TakeAsync(First);

        claimed.ShouldBe(new CurrentMigration("first", First, MigrationPhase.Begun));
        _s3.Text("migrations/current.json")!.ShouldContain("first");
    }

    [Fact]
    public async Task A_migration_whose_backup_is_sealed_is_gone_on_with()
    {
        Found(MigrationPhase.Sealed);

        (await Claim.TakeAsync(Second)).ShouldBe(new CurrentMigration("first", Second, MigrationPhase.Sealed));
    }

    [Fact]
    public async Task One_that_is_done_is_nobodys_to_take()
    {
        Found(MigrationPhase.Migrated);
        var before = _s3.Text("migrations/current.json");

        (await Claim.TakeAsync(Second)).ShouldBe(new CurrentMigration("first", First, MigrationPhase.Migrated));

        _s3.Text("migrations/current.json").ShouldBe(before);
    }

    [Fact]
    public async Task What_would_be_claimed_is_told_without_claiming_it()
    {
        Found(MigrationPhase.Sealed);
        var before = _s3.Text("migrations/current.json");

        (await Claim.PredictAsync(Second)).Id.ShouldBe("first");

        _s3.Text("migrations/current.json").ShouldBe(before);
    }

    [Theory]
    [InlineData(nameof(MigrationPhase.Begun))]
    [InlineData(nameof(MigrationPhase.RolledBack))]
    public async Task A_migration_that_changed_nothing_or_was_undone_is_begun_anew(string name)
    {
        Found(Enum.Parse<MigrationPhase>(name));

        (await Claim.TakeAsync(Second)).ShouldBe(new CurrentMigration("second", Second, MigrationPhase.Begun));
    }

    [Fact]
    public async Task A_migration_that_an_execution_is_at_work_on_is_refused_and_names_it()
    {
        Found(MigrationPhase.Sealed);
        _stepFunctions.Status = ExecutionStatus.RUNNING;

        (await Should.ThrowAsync<MigrationRefused>(() => Claim.TakeAsync(Second))).Message.ShouldContain(First);
    }

    [Fact]
    public async Task The_execution_that_claimed_it_claims_it_again()
    {
        _stepFunctions.Status = ExecutionStatus.RUNNING;
        var claimed = await Claim.TakeAsync(First);

        (await Claim.TakeAsync(First)).ShouldBe(claimed);
    }

    public void Dispose()
    {
        _s3.Dispose();
        _stepFunctions.Dispose();
    }
}

using System.Text.Json;
using Amazon.StepFunctions;
using SonicBridge.Contracts;
using SonicBridge.Steps.Migration;
using SonicBridge.Steps.Tests.Flows;

namespace SonicBridge.Steps.Tests.Migration;

public sealed class PreflightMigrationTests : IAsyncLifetime
{
    private const string Second = "arn:aws:states:us-east-1:111122223333:execution:nova-sonic-migrate:m-2";

    private AFargateAccount _account = null!;

    public async ValueTask InitializeAsync() => _account = await AFargateAccount.DeployedAsync();

    public ValueTask DisposeAsync()
    {
        _account.Dispose();
        return ValueTask.CompletedTask;
    }

    private CurrentMigration? Current =>
        _account.S3.Text("migrations/current.json") is { } json
            ? JsonSerializer.Deserialize(json, CurrentMigration.File.Shape)
            : null;

    private T? Read<T>(JsonFile<T> file, string id = "m-1")
        where T : class =>
        _account.S3.Text($"migrations/{id}/{file.Name}") is { } json
            ? JsonSerializer.Deserialize(json, file.Shape)
            : null;

    private async Task<string> RefusalAsync(string input = "{}", string execution = AFargateAccount.Execution) =>
        (await Should.ThrowAsync<MigrationRefused>(() => _account.PreflightAsync(input, execution: execution))).Message;

    /// <summary>A migration that has come so far, and whose execution has ended.</summary>
    private async Task ComeToAsync(MigrationPhase phase)
    {
        await _account.PreflightAsync();
        await _account.BackUpAsync();
        await MigrationClaim.AdvanceAsync(_account.S3, new MigrationFolder(AFargateAccount.Bucket, "m-1"), phase);
        _account.StepFunctions.Status = ExecutionStatus.SUCCEEDED;
        _account.Connect.Asked.Clear();
    }

    [Fact]
    public async Task An_empty_input_claims_the_migration_and_writes_down_plan_and_finds()
    {
        var answer = await _account.PreflightAsync();

        answer.Folder.ShouldBe("s3://backups/migrations/m-1/");
        answer.ShouldSatisfyAllConditions(
            a => a.DryRun.ShouldBeFalse(),
            a => a.Sealed.ShouldBeFalse(),
            a => a.Canary.ShouldBeTrue(),
            a => a.Percentages.ShouldBe([10, 50, 100]),
            a => a.BakeSeconds.ShouldBe(300),
            a => a.PollSeconds.ShouldBe(15)
        );
        Current.ShouldBe(new CurrentMigration("m-1", AFargateAccount.Execution, MigrationPhase.Begun));
        Read(MigrationFile.Plan)!.ImageTag.ShouldBe("7");
        Read(MigrationFile.Found)!.Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_would_stop_it_refuses_it_and_is_written_down()
    {
        _account.Lambda.DeleteFunction();
        _account.Images.Tags = [];

        var refusal = await RefusalAsync();

        refusal.ShouldContain("There is no function invoke-fargate-task.");
        refusal.ShouldContain("There is no image");
        Read(MigrationFile.Found)!.Problems.Count.ShouldBe(2);
        Read(MigrationFile.Plan).ShouldBeNull();
    }

    [Fact]
    public async Task A_dry_run_tells_the_same_without_failing_or_claiming_anything()
    {
        _account.Images.Tags = [];

        var answer = await _account.PreflightAsync("""{"dryRun":true,"percentages":[25,100],"room":3}""");

        answer.DryRun.ShouldBeTrue();
        answer.Percentages.ShouldBe([25, 100]);
        var plan = Read(MigrationFile.Plan)!;
        plan.ShouldSatisfyAllConditions(
            p => p.DryRun.ShouldBeTrue(),
            p => p.FunctionName.ShouldBe("invoke-fargate-task"),
            p => p.TaskDefinitionFamily.ShouldBe("nova-sonic-bridge"),
            p => p.StackName.ShouldBe("nova-sonic-ecs-stack"),
            p => p.Percentages.ShouldBe([25, 100]),
            p => p.Room.ShouldBe(3)
        );
        var found = Read(MigrationFile.Found)!;
        found.Problems.ShouldHaveSingleItem().ShouldContain("There is no image");
        found.Flows.Select(flow => flow.Id).ShouldBe(["m-1", "f-1"]);
        found.Revision.ShouldBe("nova-sonic-bridge:2");
        found.Resources.ShouldNotBeEmpty();
        Current.ShouldBeNull();
    }

    [Fact]
    public async Task A_dry_run_beside_a_migration_leaves_it_as_it_is_and_says_how_far_it_is()
    {
        await ComeToAsync(MigrationPhase.Sealed);
        await _account.ShiftAsync(10);
        var before = Current;

        var answer = await _account.PreflightAsync("""{"dryRun":true}""", execution: Second);

        answer.Folder.ShouldBe("s3://backups/migrations/m-2/");
        Current.ShouldBe(before);
        var found = Read(MigrationFile.Found, "m-2")!;
        found.Problems.ShouldBeEmpty();
        found.Notices.ShouldHaveSingleItem().ShouldContain("m-1 was begun and is gone on with: 10 %");
    }

    [Fact]
    public async Task A_dry_run_tells_what_would_stop_one_that_is_gone_on_with()
    {
        await ComeToAsync(MigrationPhase.Sealed);
        _account.Connect.Flows["f-1"].Published = AFlowMigration.OldFlow("edited");

        await _account.PreflightAsync("""{"dryRun":true}""", execution: Second);

        Read(MigrationFile.Found, "m-2")!.Problems.ShouldHaveSingleItem().ShouldContain("'Flow f-1'");
    }

    [Fact]
    public async Task One_whose_backup_is_sealed_is_gone_on_with_in_its_folder_and_not_looked_at_anew()
    {
        await ComeToAsync(MigrationPhase.Sealed);
        _account.Images.Tags = [];

        var answer = await _account.PreflightAsync("""{"bakeSeconds":7}""", execution: Second);

        answer.Folder.ShouldBe("s3://backups/migrations/m-1/");
        answer.Sealed.ShouldBeTrue();
        answer.Percentages.ShouldBe([10, 50, 100]);
        Read(MigrationFile.Plan)!.BakeSeconds.ShouldBe(7);
    }

    [Fact]
    public async Task It_is_gone_on_with_at_the_share_that_it_had_reached()
    {
        await ComeToAsync(MigrationPhase.Sealed);
        await _account.ShiftAsync(50);

        var answer = await _account.PreflightAsync(execution: Second);

        answer.Percentages.ShouldBe([50, 100]);
        Read(MigrationFile.Plan)!.Percentages.ShouldBe([10, 50, 100]);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"dryRun":true}""")]
    public async Task One_that_is_done_is_left_alone_and_said_to_be(string input)
    {
        await ComeToAsync(MigrationPhase.Sealed);
        await _account.ShiftAsync(100);
        await MigrationClaim.AdvanceAsync(
            _account.S3,
            new MigrationFolder(AFargateAccount.Bucket, "m-1"),
            MigrationPhase.Migrated
        );
        var (current, plan) = (Current, _account.S3.Text("migrations/m-1/plan.json"));
        _account.Connect.Asked.Clear();

        var answer = await _account.PreflightAsync(input, execution: Second);

        answer.Migrated.ShouldBeTrue();
        answer.Note.ShouldContain("Migration m-1 is done already, and nothing was changed");
        Current.ShouldBe(current);
        _account.S3.Text("migrations/m-1/plan.json").ShouldBe(plan);
        _account.Connect.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_flow_that_was_edited_or_deleted_meanwhile_is_named_before_anything_is_touched()
    {
        await ComeToAsync(MigrationPhase.Sealed);
        await _account.ShiftAsync(50);
        _account.Connect.Flows["f-1"].Published = AFlowMigration.OldFlow("edited");
        _account.Connect.Modules.Clear();

        var refusal = await RefusalAsync(execution: Second);

        refusal.ShouldStartWith("Somebody has edited the contact flow 'Flow f-1' (f-1) since the backup.");
        refusal.ShouldContain("deleted the module 'Flow m-1' (m-1)");
        refusal.ShouldContain("s3://backups/migrations/m-1/found/");
    }

    [Theory]
    [InlineData("backup/flows/f-1/published.json", "is not what it was")]
    [InlineData("backup/flows/f-1/more.json", "was added")]
    public async Task A_backup_that_is_no_longer_whole_is_not_gone_on_with(string path, string fault)
    {
        await ComeToAsync(MigrationPhase.Sealed);
        _account.S3.Seed($"migrations/m-1/{path}", "{}");

        (await RefusalAsync(execution: Second)).ShouldContain($"damaged: {path} {fault}");
    }

    [Fact]
    public async Task It_is_not_gone_on_with_as_another_migration()
    {
        await ComeToAsync(MigrationPhase.Migrated);

        (await RefusalAsync("""{"stackName":"nova-sonic-other"}""", Second)).ShouldBe(
            "Migration m-1 was begun with stackName 'nova-sonic-ecs-stack', and now 'nova-sonic-other' is asked for. Start nova-sonic-rollback with {} before another migration, or leave stackName as it was."
        );
        Read(MigrationFile.Plan)!.StackName.ShouldBe("nova-sonic-ecs-stack");
    }

    [Fact]
    public async Task One_that_was_rolled_back_is_begun_anew()
    {
        await ComeToAsync(MigrationPhase.RolledBack);

        (await _account.PreflightAsync(execution: Second)).ShouldSatisfyAllConditions(
            answer => answer.Folder.ShouldBe("s3://backups/migrations/m-2/"),
            answer => answer.Sealed.ShouldBeFalse()
        );
    }

    [Theory]
    [InlineData("functionName", "another", "FargateFunctionName")]
    [InlineData("taskDefinitionFamily", "another", "TaskDefinitionFamily")]
    [InlineData("connectInstanceId", "00000000-0000-4000-8000-000000000000", "ConnectInstanceId")]
    public async Task A_name_on_which_the_steps_have_no_right_names_the_parameter_to_change(
        string field,
        string value,
        string parameter
    )
    {
        (await RefusalAsync($$"""{"{{field}}":"{{value}}"}""")).ShouldContain(
            $"'{field}' cannot be '{value}': the steps have rights on"
        );
        (await RefusalAsync($$"""{"{{field}}":"{{value}}"}""")).ShouldContain(
            $"with its parameter {parameter} set to it"
        );
        Current.ShouldBeNull();
    }

    [Theory]
    [InlineData("backup")]
    [InlineData("verify")]
    public async Task A_machine_that_is_started_alone_neither_claims_nor_looks(string purpose)
    {
        var answer = await _account.PreflightAsync(purpose: purpose);

        answer.Sealed.ShouldBeFalse();
        Current.ShouldBeNull();
        Read(MigrationFile.Found).ShouldBeNull();
        Read(MigrationFile.Plan).ShouldNotBeNull();
    }
}

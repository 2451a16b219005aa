using Amazon.Lambda.Model;
using SonicBridge.Steps.Backup;
using SonicBridge.Steps.Deploy;
using SonicBridge.Steps.Migration;
using SonicBridge.Steps.Tests.Backup;
using SonicBridge.Testing;

namespace SonicBridge.Steps.Tests.Deploy;

public sealed class PinRevisionTests : IDisposable
{
    private const string FamilyArn = $"arn:aws:ecs:us-east-1:111122223333:task-definition/{TheMigration.Family}";

    private readonly InMemoryS3 _s3 = TheMigration.Begun(MigrationPhase.Sealed);
    private readonly InMemoryLambda _lambda = InMemoryLambda.Deployed();

    public PinRevisionTests() =>
        _s3.Write(
            MigrationFile.Family,
            new FamilyRecord(TheMigration.Family, [InMemoryTaskDefinitions.Arn(7), InMemoryTaskDefinitions.Arn(5)])
        );

    public void Dispose()
    {
        _s3.Dispose();
        _lambda.Dispose();
    }

    private Dictionary<string, string> Variables => _lambda.Live!.Environment.Variables;

    private Task<StepDone> PinAsync() =>
        new PinRevisionFunction(_s3, _lambda).PinRevision(TheMigration.Request, TheMigration.Context());

    private async Task<string> RefusalAsync() => (await Should.ThrowAsync<MigrationRefused>(PinAsync)).Message;

    [Fact]
    public async Task A_variable_that_names_the_family_alone_gets_the_revision_of_the_backup()
    {
        await PinAsync();

        Variables.ShouldBe(
            new Dictionary<string, string>
            {
                ["TASK_DEFINITION"] = "nova-sonic-bridge:7",
                ["CLUSTER"] = "nova-sonic-cluster",
            },
            ignoreOrder: true
        );
        var pinned = _s3.Read(MigrationFile.Pinned)!;
        pinned.Revision.ShouldBe("nova-sonic-bridge:7");
        pinned.Variables.ShouldBe([new PinnedVariable("TASK_DEFINITION", "nova-sonic-bridge", "nova-sonic-bridge:7")]);
    }

    [Fact]
    public async Task So_does_an_ARN_without_a_revision_and_every_other_such_variable()
    {
        Variables["FALLBACK"] = FamilyArn;

        await PinAsync();

        Variables["FALLBACK"].ShouldBe($"{FamilyArn}:7");
        Variables["TASK_DEFINITION"].ShouldBe("nova-sonic-bridge:7");
    }

    [Fact]
    public async Task A_container_of_the_same_name_keeps_its_name()
    {
        Variables["CONTAINER_NAME"] = TheMigration.Family;
        Variables["LOG_STREAM_PREFIX"] = TheMigration.Family;

        await PinAsync();

        Variables["CONTAINER_NAME"].ShouldBe(TheMigration.Family);
        Variables["LOG_STREAM_PREFIX"].ShouldBe(TheMigration.Family);
        _s3.Read(MigrationFile.Pinned)!.Left.ShouldBe(["CONTAINER_NAME", "LOG_STREAM_PREFIX"]);
    }

    [Fact]
    public async Task What_was_there_is_written_down_before_it_is_changed()
    {
        PinnedRevision? atPut = null;
        _s3.Before = call =>
        {
            if (call.Operation == "PutObject")
            {
                _lambda.Changes.ShouldBeEmpty();
                atPut = new PinnedRevision("", "", [], []);
            }
        };

        await PinAsync();

        atPut.ShouldNotBeNull();
        _lambda.Changes.ShouldBe(["UpdateFunctionConfiguration"]);
    }

    [Fact]
    public async Task A_second_run_changes_nothing_and_forgets_nothing()
    {
        await PinAsync();
        var first = _s3.Text(TheMigration.Key(MigrationFile.Pinned.Name));
        _lambda.Changes.Clear();

        await PinAsync();

        _lambda.Changes.ShouldBeEmpty();
        _s3.Text(TheMigration.Key(MigrationFile.Pinned.Name)).ShouldBe(first);
    }

    [Fact]
    public async Task The_step_ends_only_when_Lambda_has_made_the_change()
    {
        _lambda.Slow = true;

        await Should.ThrowAsync<NotReadyYet>(PinAsync);
        await Should.ThrowAsync<NotReadyYet>(PinAsync);
        _lambda.Settle();
        await PinAsync();

        _lambda.Changes.ShouldBe(["UpdateFunctionConfiguration"]);
        _s3.Read(MigrationFile.Pinned)!.Variables.ShouldHaveSingleItem().From.ShouldBe(TheMigration.Family);
    }

    [Fact]
    public async Task A_function_that_names_a_revision_needs_no_change()
    {
        Variables["TASK_DEFINITION"] = "nova-sonic-bridge:5";

        (await PinAsync()).Done.ShouldContain("nothing had to be changed");

        _lambda.Changes.ShouldBeEmpty();
        _s3.Read(MigrationFile.Pinned)!.Variables.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_function_that_names_it_nowhere_is_refused_until_somebody_says_that_its_code_does()
    {
        Variables.Remove("TASK_DEFINITION");

        (await RefusalAsync()).ShouldContain("fargateRevisionIsFixed");
        _s3.Read(MigrationFile.Pinned).ShouldBeNull();

        _s3.Write(MigrationFile.Plan, TheMigration.Plan with { FargateRevisionIsFixed = true });
        await PinAsync();
        _s3.Read(MigrationFile.Pinned)!.Variables.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_published_version_that_an_alias_uses_cannot_be_changed_and_is_refused()
    {
        await PublishAsync();
        await _lambda.CreateAliasAsync(
            new CreateAliasRequest { Name = "live", FunctionVersion = "1" },
            TestContext.Current.CancellationToken
        );
        _lambda.Changes.Clear();

        var refusal = await RefusalAsync();

        refusal.ShouldContain("Version 1 of invoke-fargate-task, which alias live uses");
        refusal.ShouldContain("Set TASK_DEFINITION to nova-sonic-bridge:7");
        _lambda.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task So_is_one_that_a_flow_names()
    {
        await PublishAsync();
        await PublishAsync();
        _s3.Seed(
            TheMigration.Key("backup/flows/f-1/published.json"),
            $$"""{"LambdaFunctionARN":"{{InMemoryLambda.Arn}}:2"}"""
        );

        (await RefusalAsync()).ShouldContain(
            "Version 2 of invoke-fargate-task, which the flow of backup/flows/f-1/published.json uses"
        );
    }

    [Fact]
    public async Task A_version_that_names_a_revision_or_that_nobody_uses_is_no_hindrance()
    {
        await PublishAsync();
        Variables["TASK_DEFINITION"] = "nova-sonic-bridge:5";
        await PublishAsync();
        await _lambda.CreateAliasAsync(
            new CreateAliasRequest { Name = "live", FunctionVersion = "2" },
            TestContext.Current.CancellationToken
        );

        await PinAsync();

        _s3.Read(MigrationFile.Pinned).ShouldNotBeNull();
    }

    [Fact]
    public async Task Whoever_changes_the_function_at_the_same_time_is_not_overwritten()
    {
        var raced = false;
        _s3.Before = call =>
        {
            if (call.Operation == "PutObject" && !raced)
            {
                raced = true;
                Variables["THEIRS"] = "1";
                _lambda.Deploy("their code"u8.ToArray());
            }
        };
        await Should.ThrowAsync<NotReadyYet>(PinAsync);
        await PinAsync();

        Variables["THEIRS"].ShouldBe("1");
        Variables["TASK_DEFINITION"].ShouldBe("nova-sonic-bridge:7");
    }

    private async Task PublishAsync() =>
        await _lambda.PublishVersionAsync(new PublishVersionRequest(), TestContext.Current.CancellationToken);
}

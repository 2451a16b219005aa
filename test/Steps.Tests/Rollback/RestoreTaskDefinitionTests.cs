using System.Text;
using Amazon.ECS;
using Amazon.ECS.Model;
using SonicBridge.Steps.Backup;
using SonicBridge.Steps.Deploy;
using SonicBridge.Steps.Migration;
using SonicBridge.Steps.Rollback;
using SonicBridge.Steps.Tests.Backup;
using SonicBridge.Testing;
using Task = System.Threading.Tasks.Task;

namespace SonicBridge.Steps.Tests.Rollback;

public sealed class RestoreTaskDefinitionTests : IDisposable
{
    private readonly InMemoryS3 _s3 = TheMigration.Begun();
    private readonly InMemoryTaskDefinitions _ecs = new();

    public void Dispose()
    {
        _s3.Dispose();
        _ecs.Dispose();
    }

    private async Task BackUpAsync(int revisions)
    {
        for (var revision = 1; revision <= revisions; revision++)
        {
            await _ecs.FargateAsync($"old:{revision}");
        }

        await new BackupTaskDefinitionsFunction(_s3, _ecs).BackupTaskDefinitions(
            TheMigration.Request,
            TheMigration.Context()
        );
    }

    private Task<StepDone> RestoreAsync() =>
        new RestoreTaskDefinitionFunction(_s3, _ecs).RestoreTaskDefinition(TheMigration.Request, TheMigration.Context());

    private Task<string> RegisterOursAsync(string migration = TheMigration.Id) =>
        _ecs.FargateAsync("bridge:7", new Tag { Key = MigrationTag.Migration, Value = migration });

    private async Task DeregisterAsync(int revision) =>
        await _ecs.DeregisterTaskDefinitionAsync(
            new DeregisterTaskDefinitionRequest { TaskDefinition = InMemoryTaskDefinitions.Arn(revision) }
        );

    /// <summary>Whether what is live now is, file by file, what was backed up.</summary>
    private async Task ShouldBeProvedAsync()
    {
        var names = _s3.Read(MigrationFile.Restored) ?? RestoredNames.None;
        var snapshot = await new TaskDefinitionSnapshot(_ecs).ReadAsync(TheMigration.Plan, names);
        foreach (var file in snapshot.Files)
        {
            Encoding.UTF8.GetString(file.Content!.Value.Span).ShouldBe(_s3.Text(TheMigration.Key(file.Path)), file.Path);
        }
    }

    [Fact]
    public async Task What_the_migration_registered_is_deregistered_and_nothing_else()
    {
        await BackUpAsync(2);
        await RegisterOursAsync();
        await RegisterOursAsync();

        (await RestoreAsync()).Done.ShouldBe(
            $"Deregistered {TheMigration.Family}:4. Deregistered {TheMigration.Family}:3. {TheMigration.Family} alone means {TheMigration.Family}:2."
        );

        _ecs.Active().ShouldBe([2, 1]);
        _ecs.Registered.ShouldBeEmpty();
        await ShouldBeProvedAsync();
    }

    [Fact]
    public async Task A_revision_that_was_written_down_is_ours_even_without_its_tag()
    {
        await BackUpAsync(1);
        var arn = await _ecs.FargateAsync("bridge:7");
        _s3.Write(MigrationFile.Registered, new RegisteredTask(arn, [arn]));

        await RestoreAsync();

        _ecs.Active().ShouldBe([1]);
    }

    [Fact]
    public async Task One_that_was_there_before_stays_whatever_is_written_down()
    {
        await RegisterOursAsync();
        await BackUpAsync(1);
        var before = InMemoryTaskDefinitions.Arn(1);
        _s3.Write(MigrationFile.Registered, new RegisteredTask(before, [before]));

        await RestoreAsync();

        _ecs.Active().ShouldBe([2, 1]);
    }

    [Fact]
    public async Task The_newest_that_somebody_deregistered_is_registered_anew_and_reported()
    {
        await BackUpAsync(2);
        await RegisterOursAsync();
        await DeregisterAsync(2);

        (await RestoreAsync()).Done.ShouldContain(
            $"Registered {TheMigration.Family}:2 anew as {TheMigration.Family}:4, since somebody had deregistered it."
        );

        _ecs.Active().ShouldBe([4, 1]);
        _ecs.Registered.ShouldHaveSingleItem().ContainerDefinitions[0].Image.ShouldBe("old:2");
        await ShouldBeProvedAsync();
    }

    [Fact]
    public async Task When_an_older_one_is_registered_anew_the_newest_is_again_the_newest()
    {
        await BackUpAsync(3);
        await DeregisterAsync(1);

        await RestoreAsync();

        _ecs.Registered.Select(sent => sent.ContainerDefinitions[0].Image).ShouldBe(["old:1", "old:3"]);
        _ecs.Active().ShouldBe([5, 4, 3, 2]);
        await ShouldBeProvedAsync();
    }

    [Fact]
    public async Task A_second_run_changes_nothing()
    {
        await BackUpAsync(3);
        await RegisterOursAsync();
        await DeregisterAsync(2);
        await RestoreAsync();
        var active = _ecs.Active();
        _ecs.Registered.Clear();

        await RestoreAsync();

        _ecs.Active().ShouldBe(active);
        _ecs.Registered.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_run_that_was_cut_off_after_a_registration_is_gone_on_with(int registrationsBefore)
    {
        await BackUpAsync(3);
        await DeregisterAsync(1);
        _ecs.AfterRegistration = () =>
        {
            if (registrationsBefore-- == 0)
            {
                throw new AmazonECSException("cut off");
            }
        };
        await Should.ThrowAsync<AmazonECSException>(RestoreAsync);
        _ecs.AfterRegistration = static () => { };

        await RestoreAsync();

        _ecs.Registered.Count.ShouldBe(2);
        _ecs.Active().ShouldBe([5, 4, 3, 2]);
        await ShouldBeProvedAsync();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("another-migration")]
    public async Task A_revision_of_somebody_else_stops_the_rollback_and_stays(string? migration)
    {
        await BackUpAsync(1);
        await RegisterOursAsync();
        await (migration is null ? _ecs.FargateAsync("theirs:1") : RegisterOursAsync(migration));

        var refused = await Should.ThrowAsync<MigrationRefused>(RestoreAsync);

        refused.Message.ShouldContain($"Somebody has registered {TheMigration.Family}:3 since the backup");
        refused.Message.ShouldContain("aws ecs deregister-task-definition");
        _ecs.Active().ShouldBe([3, 1]);
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.ECS.Model;
using Amazon.Runtime;
using SonicBridge.Steps.Backup;
using SonicBridge.Steps.Migration;
using SonicBridge.Testing;
using Task = System.Threading.Tasks.Task;

namespace SonicBridge.Steps.Tests.Backup;

public sealed class BackupTaskDefinitionsTests : IDisposable
{
    private readonly InMemoryS3 _s3 = TheMigration.Begun();
    private readonly InMemoryTaskDefinitions _ecs = new();

    public void Dispose()
    {
        _s3.Dispose();
        _ecs.Dispose();
    }

    private Task<StepDone> BackUpAsync() =>
        new BackupTaskDefinitionsFunction(_s3, _ecs).BackupTaskDefinitions(TheMigration.Request, TheMigration.Context());

    private string? Text(int revision) =>
        _s3.Text(TheMigration.Key($"backup/task-definitions/{TheMigration.Family}-{revision}.json"));

    private JsonObject File(int revision) => JsonNode.Parse(Text(revision)!)!.AsObject();

    [Fact]
    public async Task A_revisions_file_holds_what_can_be_registered_and_nothing_that_ECS_adds()
    {
        var arn = await _ecs.FargateAsync("old:1", new Tag { Key = "team", Value = "voice" });
        _ecs.TagBySystem(arn, "aws:cloudformation:stack-name", "old-stack");

        await BackUpAsync();

        var file = File(1);
        file.Select(member => member.Key)
            .ShouldBe([
                "containerDefinitions",
                "cpu",
                "executionRoleArn",
                "family",
                "memory",
                "networkMode",
                "placementConstraints",
                "requiresCompatibilities",
                "tags",
                "taskRoleArn",
                "volumes",
            ]);
        file["tags"]!.ToJsonString().ShouldBe("""[{"key":"team","value":"voice"}]""");
        ((string?)file["networkMode"]).ShouldBe("awsvpc");
        file["containerDefinitions"]![0]!["environment"]!
            .ToJsonString()
            .ShouldBe("""[{"name":"A","value":"1"},{"name":"B","value":"2"}]""");
    }

    [Fact]
    public async Task Every_active_revision_is_kept_and_the_newest_comes_first()
    {
        for (var revision = 1; revision <= 11; revision++)
        {
            await _ecs.FargateAsync($"old:{revision}");
        }

        await _ecs.DeregisterTaskDefinitionAsync(
            new DeregisterTaskDefinitionRequest { TaskDefinition = InMemoryTaskDefinitions.Arn(3) },
            TestContext.Current.CancellationToken
        );

        (await BackUpAsync()).Done.ShouldBe($"Backed up 10 active revision(s) of {TheMigration.Family}.");

        var family = _s3.Read(MigrationFile.Family)!;
        family.Active.Select(arn => TaskRevision.Parse(arn).Number).ShouldBe([11, 10, 9, 8, 7, 6, 5, 4, 2, 1]);
        family.Newest.ToString().ShouldBe($"{TheMigration.Family}:11");
        Text(3).ShouldBeNull();
        ((string?)File(11)["containerDefinitions"]![0]!["image"]).ShouldBe("old:11");
    }

    [Fact]
    public async Task A_family_whose_name_only_begins_alike_is_another_one()
    {
        await _ecs.FargateAsync("old:1");
        await _ecs.RegisterTaskDefinitionAsync(
            new RegisterTaskDefinitionRequest { Family = $"{TheMigration.Family}-2", ContainerDefinitions = [] },
            TestContext.Current.CancellationToken
        );

        await BackUpAsync();

        _s3.Read(MigrationFile.Family)!.Active.ShouldBe([InMemoryTaskDefinitions.Arn(1)]);
    }

    [Fact]
    public async Task What_a_run_that_was_cut_off_has_left_is_taken_away()
    {
        await _ecs.FargateAsync("old:1");
        _s3.Seed(TheMigration.Key($"backup/task-definitions/{TheMigration.Family}-9.json"), "{}");
        _s3.Seed(TheMigration.Key("backup/function/function.json"), "{}");

        await BackUpAsync();

        Text(9).ShouldBeNull();
        _s3.Text(TheMigration.Key("backup/function/function.json")).ShouldBe("{}");
    }

    [Fact]
    public async Task A_family_without_an_active_revision_is_refused()
    {
        var refused = await Should.ThrowAsync<MigrationRefused>(BackUpAsync);

        refused.Message.ShouldContain("taskDefinitionFamily");
    }

    [Theory]
    [InlineData("Sealed")]
    [InlineData("Migrated")]
    [InlineData("RolledBack")]
    public async Task A_backup_that_is_sealed_is_not_overwritten(string phase)
    {
        await _ecs.FargateAsync("old:1");
        await BackUpAsync();
        _s3.SetCurrent(Enum.Parse<MigrationPhase>(phase));
        await _ecs.FargateAsync("new:1");

        (await Should.ThrowAsync<MigrationRefused>(BackUpAsync)).Message.ShouldContain("nova-sonic-rollback");

        _s3.Read(MigrationFile.Family)!.Active.Count.ShouldBe(1);
    }

    [Fact]
    public void Every_constant_in_a_task_definition_is_written_as_its_text()
    {
        var seen = new HashSet<Type>();
        Walk(typeof(TaskDefinitionInput), seen);

        seen.Where(type => type.IsSubclassOf(typeof(ConstantClass)))
            .ShouldAllBe(type => TaskDefinitionJson.Wire.Options.Converters.Any(one => one.CanConvert(type)));
        seen.Count.ShouldBeGreaterThan(40);
    }

    [Fact]
    public void A_member_that_nobody_knows_is_an_error_and_no_loss() =>
        Should.Throw<JsonException>(() =>
            JsonSerializer.Deserialize("""{"familly":"f"}""", TaskDefinitionJson.Wire.TaskDefinitionInput)
        );

    [Fact]
    public async Task The_command_line_takes_a_revisions_file()
    {
        await _ecs.FargateAsync("old:1", new Tag { Key = "team", Value = "voice" });
        await BackUpAsync();
        var path = Path.GetTempFileName();
        try
        {
            await System.IO.File.WriteAllTextAsync(path, Text(1), TestContext.Current.CancellationToken);

            var (exitCode, output) = await ExternalTool.RunAsync(
                "python3",
                "apt install python3-botocore",
                "-c",
                """
                import json, sys
                try:
                    import botocore.session, botocore.validate
                except ImportError:
                    sys.exit(77)
                shape = botocore.session.get_session().get_service_model('ecs').operation_model('RegisterTaskDefinition').input_shape
                report = botocore.validate.ParamValidator().validate(json.load(open(sys.argv[1])), shape)
                sys.exit(report.generate_report() or 0)
                """,
                path
            );

            Assert.SkipWhen(exitCode == 77, "botocore is not installed: apt install python3-botocore.");
            exitCode.ShouldBe(0, output);
        }
        finally
        {
            System.IO.File.Delete(path);
        }
    }

    private static void Walk(Type type, HashSet<Type> seen)
    {
        var element = type.IsGenericType ? type.GetGenericArguments()[^1] : type;
        if (element.Namespace?.StartsWith("System", StringComparison.Ordinal) is true || !seen.Add(element))
        {
            return;
        }

        if (!element.IsSubclassOf(typeof(ConstantClass)))
        {
            foreach (var property in element.GetProperties().Where(property => property.CanWrite))
            {
                Walk(property.PropertyType, seen);
            }
        }
    }
}

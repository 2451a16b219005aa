using System.Text.Json.Nodes;
using Amazon.ECS;
using Amazon.ECS.Model;
using SonicBridge.Steps.Backup;
using SonicBridge.Steps.Deploy;
using SonicBridge.Steps.Migration;
using SonicBridge.Steps.Tests.Backup;
using SonicBridge.Testing;
using Task = System.Threading.Tasks.Task;

namespace SonicBridge.Steps.Tests.Deploy;

public sealed class RegisterBridgeTaskTests : IAsyncLifetime
{
    private static readonly BridgeTask s_bridge = new(
        "arn:aws:iam::111122223333:role/nova-sonic-bridge-task-role",
        "arn:aws:iam::111122223333:role/nova-sonic-bridge-execution-role",
        "111122223333.dkr.ecr.eu-central-1.amazonaws.com/nova-sonic-ecs-bridge",
        "X86-64",
        "eu-central-1"
    );

    private readonly InMemoryS3 _s3 = TheMigration.Begun(MigrationPhase.Sealed);
    private readonly InMemoryTaskDefinitions _ecs = new();

    public async ValueTask InitializeAsync()
    {
        await _ecs.FargateAsync("old:1");
        _s3.Write(MigrationFile.Family, new FamilyRecord(TheMigration.Family, [InMemoryTaskDefinitions.Arn(1)]));
        _s3.Write(MigrationFile.Pinned, new PinnedRevision(TheMigration.Function, $"{TheMigration.Family}:1", [], []));
    }

    public ValueTask DisposeAsync()
    {
        _s3.Dispose();
        _ecs.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task<StepDone> RegisterAsync(BridgeTask? bridge = null) =>
        new RegisterBridgeTaskFunction(_s3, _ecs, bridge ?? s_bridge).RegisterBridgeTask(
            TheMigration.Request,
            TheMigration.Context()
        );

    [Fact]
    public async Task The_bridges_own_file_is_registered_for_this_account_and_tagged()
    {
        (await RegisterAsync()).Done.ShouldContain($"Registered {TheMigration.Family}:2");

        var sent = _ecs.Registered.ShouldHaveSingleItem();
        sent.RequiresCompatibilities.ShouldBe(["EC2"]);
        sent.NetworkMode.ShouldBe(NetworkMode.Bridge);
        sent.TaskRoleArn.ShouldBe("arn:aws:iam::111122223333:role/nova-sonic-bridge-task-role");
        sent.ExecutionRoleArn.ShouldBe("arn:aws:iam::111122223333:role/nova-sonic-bridge-execution-role");
        sent.RuntimePlatform.CpuArchitecture.ShouldBe(CPUArchitecture.X86_64);
        var container = sent.ContainerDefinitions.ShouldHaveSingleItem();
        container.Image.ShouldBe("111122223333.dkr.ecr.eu-central-1.amazonaws.com/nova-sonic-ecs-bridge:7");
        container.Environment.ShouldContain(one => one.Name == "AWS_REGION" && one.Value == "eu-central-1");
        container.LogConfiguration.Options["awslogs-region"].ShouldBe("eu-central-1");
        container.ReadonlyRootFilesystem.ShouldBe(true);
        sent.Tags.ShouldContain(tag => tag.Key == MigrationTag.Migration && tag.Value == TheMigration.Id);
        _s3.Read(MigrationFile.Registered)!.TaskDefinition.ShouldBe(InMemoryTaskDefinitions.Arn(2));
        _s3.Read(MigrationFile.Registered)!.Registered.ShouldBe([InMemoryTaskDefinitions.Arn(2)]);
    }

    [Fact]
    public void Nothing_of_the_bridges_file_is_lost_or_left_open()
    {
        var file = JsonNode
            .Parse(
                Repository
                    .Read("bridge/task-definition.json")
                    .Replace("${AWS_REGION}", "eu-central-1", StringComparison.Ordinal)
                    .Replace("${AWS_ACCOUNT_ID}", "111122223333", StringComparison.Ordinal)
            )!
            .AsObject();
        file["containerDefinitions"]![0]!["image"] = $"{s_bridge.RepositoryUri}:7";

        var defined = JsonNode.Parse(
            CanonicalJson.Write(s_bridge.Define(TheMigration.Family, "7"), TaskDefinitionJson.Wire.TaskDefinitionInput)
        )!;

        JsonNode.DeepEquals(defined, file).ShouldBeTrue(defined.ToJsonString());
        defined.ToJsonString().ShouldNotContain("${");
    }

    [Fact]
    public void An_image_for_ARM_runs_on_ARM() =>
        (s_bridge with { Architecture = "ARM64" })
            .Define(TheMigration.Family, "7")
            .RuntimePlatform!.CpuArchitecture.ShouldBe(CPUArchitecture.ARM64);

    [Fact]
    public async Task A_second_run_finds_its_work_done()
    {
        await RegisterAsync();
        var first = _s3.Read(MigrationFile.Registered)!;

        (await RegisterAsync()).Done.ShouldContain("already");

        _ecs.Registered.Count.ShouldBe(1);
        _s3.Read(MigrationFile.Registered)!.TaskDefinition.ShouldBe(first.TaskDefinition);
        _s3.Read(MigrationFile.Registered)!.Registered.ShouldBe(first.Registered);
    }

    [Fact]
    public async Task A_run_that_was_cut_off_after_the_registration_is_recognised_by_the_tag()
    {
        _ecs.AfterRegistration = () => throw new AmazonECSException("cut off");
        await Should.ThrowAsync<AmazonECSException>(() => RegisterAsync());
        _ecs.AfterRegistration = static () => { };
        _s3.Read(MigrationFile.Registered).ShouldBeNull();

        await RegisterAsync();

        _ecs.Active().ShouldBe([2, 1]);
        _s3.Read(MigrationFile.Registered)!.Registered.ShouldBe([InMemoryTaskDefinitions.Arn(2)]);
    }

    [Fact]
    public async Task Another_image_is_another_revision_and_both_are_the_migrations()
    {
        await RegisterAsync();
        _s3.Write(MigrationFile.Plan, TheMigration.Plan with { ImageTag = "8" });

        await RegisterAsync();

        _s3.Read(MigrationFile.Registered)!.TaskDefinition.ShouldBe(InMemoryTaskDefinitions.Arn(3));
        _s3.Read(MigrationFile.Registered)!
            .Registered.ShouldBe([InMemoryTaskDefinitions.Arn(2), InMemoryTaskDefinitions.Arn(3)], ignoreOrder: true);
    }

    [Fact]
    public async Task Nothing_is_registered_before_the_old_function_is_pinned()
    {
        await _s3.DeleteObjectAsync(
            new Amazon.S3.Model.DeleteObjectRequest
            {
                BucketName = TheMigration.Bucket,
                Key = TheMigration.Key(MigrationFile.Pinned.Name),
            },
            TestContext.Current.CancellationToken
        );

        await Should.ThrowAsync<InvalidDataException>(() => RegisterAsync());

        _ecs.Registered.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_ECS_does_not_take_is_refused_with_its_words()
    {
        _ecs.AfterRegistration = () => throw new ClientException("Role is not valid");

        (await Should.ThrowAsync<MigrationRefused>(() => RegisterAsync())).Message.ShouldContain("Role is not valid");
    }
}

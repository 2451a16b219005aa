using Amazon.ECS;
using Amazon.ECS.Model;
using Task = System.Threading.Tasks.Task;

namespace SonicBridge.Sdk.Tests.Aws.Moto;

/// <summary>The clients against an emulator that knows nothing of them.</summary>
public sealed class MotoRoundTripTests(MotoServer moto)
{
    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_task_definition_is_registered_described_and_withdrawn()
    {
        using var ecs = new AmazonECSClient(LoopbackService.Credentials, moto.Reach(new AmazonECSConfig()));

        var registered = await ecs.RegisterTaskDefinitionAsync(
            new RegisterTaskDefinitionRequest
            {
                Family = "bridge",
                NetworkMode = NetworkMode.Bridge,
                RequiresCompatibilities = ["EC2"],
                ContainerDefinitions =
                [
                    new ContainerDefinition
                    {
                        Name = "bridge",
                        Image = "bridge:1",
                        Memory = 64,
                        Environment = [new Amazon.ECS.Model.KeyValuePair { Name = "A", Value = "1" }],
                        LogConfiguration = new LogConfiguration
                        {
                            LogDriver = LogDriver.JsonFile,
                            Options = new() { ["max-size"] = "10m" },
                        },
                    },
                ],
                Tags = [new Tag { Key = "k", Value = "v" }],
            },
            None
        );
        var described = await ecs.DescribeTaskDefinitionAsync(
            new DescribeTaskDefinitionRequest { TaskDefinition = "bridge", Include = [TaskDefinitionField.TAGS] },
            None
        );
        var listed = await ecs.ListTaskDefinitionsAsync(
            new ListTaskDefinitionsRequest { FamilyPrefix = "bridge", Sort = SortOrder.DESC },
            None
        );
        var gone = await ecs.DeregisterTaskDefinitionAsync(
            new DeregisterTaskDefinitionRequest { TaskDefinition = registered.TaskDefinition.TaskDefinitionArn },
            None
        );

        registered.TaskDefinition.Revision.ShouldBe(1);
        var container = described.TaskDefinition.ContainerDefinitions.ShouldHaveSingleItem();
        container.Environment.ShouldHaveSingleItem().Value.ShouldBe("1");
        container.LogConfiguration.LogDriver.ShouldBe(LogDriver.JsonFile);
        container.LogConfiguration.Options.ShouldContainKeyAndValue("max-size", "10m");
        described.Tags.ShouldHaveSingleItem().Key.ShouldBe("k");
        listed.TaskDefinitionArns.ShouldBe([registered.TaskDefinition.TaskDefinitionArn]);
        gone.TaskDefinition.Status.ShouldBe(TaskDefinitionStatus.INACTIVE);
    }

    [Fact]
    public async Task A_cluster_that_is_not_there_is_a_failure_and_its_services_an_exception()
    {
        using var ecs = new AmazonECSClient(LoopbackService.Credentials, moto.Reach(new AmazonECSConfig()));

        var described = await ecs.DescribeClustersAsync(new DescribeClustersRequest { Clusters = ["none"] }, None);

        described.Failures.ShouldHaveSingleItem().Reason.ShouldBe("MISSING");
        await Should.ThrowAsync<ClusterNotFoundException>(() =>
            ecs.DescribeServicesAsync(new DescribeServicesRequest { Cluster = "none", Services = ["s"] }, None)
        );
    }
}

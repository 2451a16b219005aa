using System.Text.Json.Nodes;
using Amazon.ECS;
using Amazon.ECS.Model;
using Task = System.Threading.Tasks.Task;

namespace SonicBridge.Sdk.Tests.Aws;

public sealed class EcsTaskDefinitionTests
{
    private const string Container = """
        {"name":"bridge","image":"i:1","cpu":256,"essential":true,"command":[],"environment":[{"name":"A","value":"1"}],
         "secrets":[{"name":"S","valueFrom":"arn:s"}],"dockerLabels":{"team":"voice"},
         "portMappings":[{"containerPort":8080,"hostPort":0,"protocol":"tcp"}],
         "ulimits":[{"name":"nofile","softLimit":1024,"hardLimit":4096}],
         "restartPolicy":{"enabled":true,"ignoredExitCodes":[0]},
         "logConfiguration":{"logDriver":"awslogs","options":{"awslogs-group":"g"},"secretOptions":[]},
         "linuxParameters":{"capabilities":{"drop":["ALL"]},"initProcessEnabled":true,"tmpfs":[{"containerPath":"/t","size":16}]},
         "healthCheck":{"command":["CMD","true"],"interval":10},"dependsOn":[{"containerName":"init","condition":"SUCCESS"}]}
        """;

    private static CancellationToken None => TestContext.Current.CancellationToken;

    private static AmazonECSClient ClientOf(LoopbackService service) =>
        new(
            LoopbackService.Credentials,
            new AmazonECSConfig
            {
                ServiceURL = service.Url,
                AuthenticationRegion = "us-east-1",
                MaxErrorRetry = 0,
            }
        );

    [Fact]
    public async Task What_was_described_can_be_registered_again_without_losing_a_member()
    {
        var container = JsonNode.Parse(Container)!;
        await using var service = await LoopbackService.AnsweringAsync(
            new JsonObject
            {
                ["taskDefinition"] = new JsonObject
                {
                    ["family"] = "f",
                    ["revision"] = 7,
                    ["containerDefinitions"] = new JsonArray(container.DeepClone()),
                    ["requiresCompatibilities"] = new JsonArray("EC2"),
                },
                ["tags"] = new JsonArray(new JsonObject { ["key"] = "k", ["value"] = "v" }),
            }
        );
        using var client = ClientOf(service);

        var described = await client.DescribeTaskDefinitionAsync(
            new DescribeTaskDefinitionRequest { TaskDefinition = "f:7", Include = [TaskDefinitionField.TAGS] },
            None
        );
        await client.RegisterTaskDefinitionAsync(
            new RegisterTaskDefinitionRequest
            {
                Family = described.TaskDefinition.Family,
                ContainerDefinitions = described.TaskDefinition.ContainerDefinitions,
                RequiresCompatibilities = described.TaskDefinition.RequiresCompatibilities,
                Tags = described.Tags,
            },
            None
        );

        var sent = service.Requests.ToArray();
        sent[0].Json.ToJsonString().ShouldBe("""{"include":["TAGS"],"taskDefinition":"f:7"}""");
        sent[1].Headers["x-amz-target"].ShouldBe("AmazonEC2ContainerServiceV20141113.RegisterTaskDefinition");
        JsonNode
            .DeepEquals(sent[1].Json["containerDefinitions"]![0], container)
            .ShouldBeTrue(sent[1].Json.ToJsonString());
        sent[1].Json["tags"]!.ToJsonString().ShouldBe("""[{"key":"k","value":"v"}]""");
        sent[1].Json["requiresCompatibilities"]!.ToJsonString().ShouldBe("""["EC2"]""");
    }

    [Fact]
    public async Task An_instance_tells_how_much_room_it_has()
    {
        await using var service = await LoopbackService.AnsweringAsync(
            JsonNode.Parse(
                """
                {"containerInstances":[{"ec2InstanceId":"i-1","status":"ACTIVE","agentConnected":true,
                  "remainingResources":[{"name":"CPU","type":"INTEGER","integerValue":1024},
                                        {"name":"PORTS","type":"STRINGSET","stringSetValue":["22"]}]}],"failures":[]}
                """
            )!
        );
        using var client = ClientOf(service);

        var response = await client.DescribeContainerInstancesAsync(
            new DescribeContainerInstancesRequest { Cluster = "c", ContainerInstances = ["arn:i"] },
            None
        );

        var instance = response.ContainerInstances.ShouldHaveSingleItem();
        instance.AgentConnected.ShouldBe(true);
        instance.RemainingResources[0].IntegerValue.ShouldBe(1024);
        instance.RemainingResources[1].StringSetValue.ShouldBe(["22"]);
        response.Failures.ShouldBeEmpty();
    }
}

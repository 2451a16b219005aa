using System.Text.Json.Nodes;
using Amazon.ECS;
using Amazon.ECS.Model;
using Task = System.Threading.Tasks.Task;

namespace SonicBridge.Sdk.Tests.Aws;

public sealed class EcsTests
{
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;

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
    public async Task RunTask_goes_out_as_the_model_says()
    {
        await using var service = await LoopbackService.AnsweringAsync(new JsonObject());
        using var client = ClientOf(service);

        await client.RunTaskAsync(
            new RunTaskRequest
            {
                Cluster = "c",
                TaskDefinition = "d",
                LaunchType = LaunchType.EC2,
                StartedBy = "contact",
                Count = 1,
                ClientToken = "once",
                EnableECSManagedTags = true,
                CapacityProviderStrategy = [new CapacityProviderStrategyItem { CapacityProvider = "p", Weight = 1 }],
                Tags = [],
                Overrides = new TaskOverride
                {
                    ContainerOverrides =
                    [
                        new ContainerOverride
                        {
                            Name = "bridge",
                            Environment =
                            [
                                new Amazon.ECS.Model.KeyValuePair { Name = "CALL_FOLDER", Value = "s3://b/calls/1/" },
                            ],
                        },
                    ],
                },
            },
            None
        );

        var sent = service.Only;
        sent.Headers["x-amz-target"].ShouldBe("AmazonEC2ContainerServiceV20141113.RunTask");
        sent.Headers["content-type"].ShouldBe("application/x-amz-json-1.1");
        sent.Scope.ShouldEndWith("/us-east-1/ecs/aws4_request");
        JsonNode
            .DeepEquals(
                sent.Json,
                JsonNode.Parse(
                    """
                    {"capacityProviderStrategy":[{"capacityProvider":"p","weight":1}],"clientToken":"once","cluster":"c",
                     "count":1,"enableECSManagedTags":true,"launchType":"EC2","tags":[],
                     "overrides":{"containerOverrides":[{"name":"bridge","environment":[{"name":"CALL_FOLDER","value":"s3://b/calls/1/"}]}]},
                     "startedBy":"contact","taskDefinition":"d"}
                    """
                )
            )
            .ShouldBeTrue(sent.Json.ToJsonString());
    }

    [Fact]
    public async Task RunTask_without_a_client_token_gets_a_new_one_each_time()
    {
        await using var service = await LoopbackService.AnsweringAsync(new JsonObject());
        using var client = ClientOf(service);

        await client.RunTaskAsync(new RunTaskRequest { TaskDefinition = "d" }, None);
        await client.RunTaskAsync(new RunTaskRequest { TaskDefinition = "d" }, None);

        var tokens = service.Requests.Select(sent => Guid.Parse((string)sent.Json["clientToken"]!)).ToList();
        tokens[0].ShouldNotBe(tokens[1]);
    }

    [Fact]
    public async Task A_task_is_read_with_all_that_tells_why_it_stopped()
    {
        await using var service = await LoopbackService.AnsweringAsync(
            JsonNode.Parse(
                """
                {"tasks":[{"taskArn":"arn:t","lastStatus":"STOPPED","stopCode":"EssentialContainerExited","version":9007199254740993,
                  "stoppedReason":"Essential container in task exited","stoppedAt":1764000000.5,"launchType":"EC2",
                  "containers":[{"name":"bridge","exitCode":137,"reason":"OutOfMemoryError","networkBindings":[{"hostPort":32768,"protocol":"tcp"}],"gpuIds":[]}],
                  "overrides":{"containerOverrides":[{"name":"bridge","environment":[{"name":"BRIDGE_GENERATION","value":"2"}]}]}}],
                 "failures":[{"arn":"arn:i","reason":"RESOURCE:MEMORY","detail":"d"}]}
                """
            )!
        );
        using var client = ClientOf(service);

        var response = await client.DescribeTasksAsync(
            new DescribeTasksRequest { Tasks = ["arn:t"], Include = [TaskField.TAGS.Value] },
            None
        );

        service.Only.Json.ToJsonString().ShouldBe("""{"include":["TAGS"],"tasks":["arn:t"]}""");
        var task = response.Tasks.ShouldHaveSingleItem();
        task.StopCode.ShouldBe(TaskStopCode.EssentialContainerExited);
        task.LaunchType.ShouldBe(LaunchType.EC2);
        task.Version.ShouldBe(9007199254740993);
        task.StoppedAt.ShouldBe(new DateTime(2025, 11, 24, 16, 0, 0, 500, DateTimeKind.Utc));
        task.Tags.ShouldBeNull();
        task.StartedAt.ShouldBeNull();
        var container = task.Containers.ShouldHaveSingleItem();
        container.ExitCode.ShouldBe(137);
        container.GpuIds.ShouldBeEmpty();
        container.NetworkBindings[0].HostPort.ShouldBe(32768);
        container.NetworkBindings[0].Protocol.ShouldBe(TransportProtocol.Tcp);
        task.Overrides.ContainerOverrides[0].Environment[0].Value.ShouldBe("2");
        response.Failures.ShouldHaveSingleItem().Reason.ShouldBe("RESOURCE:MEMORY");
    }

    [Fact]
    public async Task Tasks_are_stopped_and_listed()
    {
        await using var service = await LoopbackService.StartAsync(
            static (sent, context) =>
                LoopbackService.AnswerAsync(
                    context,
                    sent.Headers["x-amz-target"].EndsWith("StopTask", StringComparison.Ordinal)
                        ? """{"task":{"taskArn":"arn:t","desiredStatus":"STOPPED"}}"""
                        : """{"taskArns":["arn:t"],"nextToken":"more"}""",
                    200
                )
        );
        using var client = ClientOf(service);

        var stopped = await client.StopTaskAsync(
            new StopTaskRequest
            {
                Cluster = "c",
                Task = "arn:t",
                Reason = "relaunch",
            },
            None
        );
        var listed = await client.ListTasksAsync(
            new ListTasksRequest { StartedBy = "contact", DesiredStatus = DesiredStatus.RUNNING },
            None
        );

        stopped.Task.DesiredStatus.ShouldBe("STOPPED");
        listed.TaskArns.ShouldBe(["arn:t"]);
        listed.NextToken.ShouldBe("more");
        service
            .Requests.Select(sent => sent.Json.ToJsonString())
            .ShouldBe([
                """{"cluster":"c","reason":"relaunch","task":"arn:t"}""",
                """{"desiredStatus":"RUNNING","startedBy":"contact"}""",
            ]);
    }

    [Fact]
    public async Task A_cluster_that_is_not_there_is_its_own_exception()
    {
        await using var service = await LoopbackService.AnsweringAsync(
            new JsonObject { ["__type"] = "ClusterNotFoundException", ["message"] = "Cluster not found." },
            400
        );
        using var client = ClientOf(service);

        var error = await Should.ThrowAsync<ClusterNotFoundException>(() =>
            client.RunTaskAsync(new RunTaskRequest { TaskDefinition = "d" }, None)
        );

        error.ErrorCode.ShouldBe("ClusterNotFoundException");
        error.ShouldBeAssignableTo<AmazonECSException>();
    }

    [Fact]
    public async Task A_failing_service_is_asked_again_with_the_same_token()
    {
        var asked = 0;
        await using var service = await LoopbackService.StartAsync(
            (_, context) =>
                LoopbackService.AnswerAsync(context, "{}", Interlocked.Increment(ref asked) == 1 ? 500 : 200)
        );
        using var client = new AmazonECSClient(
            LoopbackService.Credentials,
            new AmazonECSConfig { ServiceURL = service.Url, AuthenticationRegion = "us-east-1" }
        );

        await client.RunTaskAsync(new RunTaskRequest { TaskDefinition = "d" }, None);

        service.Requests.Select(sent => sent.Json.ToJsonString()).Distinct().ShouldHaveSingleItem();
        asked.ShouldBe(2);
    }
}

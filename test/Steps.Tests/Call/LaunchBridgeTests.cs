using System.Net;
using System.Text.Json;
using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.Runtime;
using SonicBridge.Contracts;
using SonicBridge.Steps.Call;
using SonicBridge.Testing;
using Task = System.Threading.Tasks.Task;

namespace SonicBridge.Steps.Tests.Call;

public sealed class LaunchBridgeTests : IDisposable
{
    private readonly InMemoryS3 _s3 = new();
    private readonly FakeEcs _ecs = new();

    public void Dispose()
    {
        _s3.Dispose();
        _ecs.Dispose();
    }

    private Task<LaunchedBridge> LaunchAsync(
        string? token = "token",
        string? folder = ACall.Folder,
        string? provider = null
    ) =>
        new LaunchBridgeFunction(_s3, _ecs, new BridgePlace("the-cluster", "the-definition", provider)).LaunchBridge(
            new LaunchRequest(folder, token),
            ACall.Context()
        );

    private LaunchTicket Ticket() =>
        JsonSerializer.Deserialize(_s3.Text(ACall.Key("launch.json"))!, CallFile.Launch.Shape)!;

    [Fact]
    public async Task The_task_gets_the_folder_and_its_generation_and_nothing_secret()
    {
        var launched = await LaunchAsync("a-secret-token");

        launched.ShouldBe(new LaunchedBridge("task-1", 1));
        var request = _ecs.Run.ShouldHaveSingleItem();
        request.Cluster.ShouldBe("the-cluster");
        request.TaskDefinition.ShouldBe("the-definition");
        request.Count.ShouldBe(1);
        request.StartedBy.ShouldBe(ACall.Id);
        request.LaunchType.ShouldBe(LaunchType.EC2);
        request.NetworkConfiguration.ShouldBeNull();
        var container = request.Overrides.ContainerOverrides.ShouldHaveSingleItem();
        container.Name.ShouldBe("bridge");
        container
            .Environment.ToDictionary(variable => variable.Name, variable => variable.Value)
            .ShouldBe(new Dictionary<string, string> { ["CALL_FOLDER"] = ACall.Folder, ["BRIDGE_GENERATION"] = "1" });
    }

    [Fact]
    public async Task A_capacity_provider_takes_the_place_of_the_launch_type()
    {
        await LaunchAsync(provider: "the-provider");

        var request = _ecs.Run.ShouldHaveSingleItem();
        request.LaunchType.ShouldBeNull();
        request.CapacityProviderStrategy.ShouldHaveSingleItem().CapacityProvider.ShouldBe("the-provider");
    }

    [Fact]
    public async Task The_token_is_in_the_folder_before_the_task_is_run()
    {
        LaunchTicket? atRun = null;
        var answer = _ecs.Answer;
        _ecs.Answer = () =>
        {
            atRun = Ticket();
            return answer();
        };

        await LaunchAsync("the-token");

        atRun.ShouldBe(new LaunchTicket(1, "the-token"));
    }

    [Fact]
    public async Task No_bridge_is_run_for_a_caller_who_has_hung_up()
    {
        _s3.Seed(ACall.Key("disconnected.json"), """{"at":"2026-11-25T09:00:01Z"}""");

        await Should.ThrowAsync<CallerHungUp>(() => LaunchAsync());

        _ecs.Run.ShouldBeEmpty();
        _s3.Text(ACall.Key("launch.json")).ShouldBeNull();
    }

    [Fact]
    public async Task Each_launch_supersedes_the_one_before()
    {
        await LaunchAsync("first");
        var second = await LaunchAsync("second");

        second.Generation.ShouldBe(2);
        Ticket().ShouldBe(new LaunchTicket(2, "second"));
        _ecs.Run.Select(request => request.ClientToken).Distinct().Count().ShouldBe(2);
        _ecs.Run.ShouldAllBe(request => request.ClientToken.Length <= 64);
    }

    [Fact]
    public async Task Two_launches_at_once_get_two_generations()
    {
        var raced = false;
        _s3.Before = call =>
        {
            if (call.Operation == "PutObject" && !raced)
            {
                raced = true;
                _s3.Seed(ACall.Key("launch.json"), """{"generation":1,"taskToken":"the-other"}""");
            }
        };

        (await LaunchAsync("mine")).Generation.ShouldBe(2);

        Ticket().TaskToken.ShouldBe("mine");
    }

    [Fact]
    public async Task Somebody_who_keeps_writing_is_an_error_and_no_endless_loop()
    {
        var generation = 0;
        _s3.Before = call =>
        {
            if (call.Operation == "PutObject")
            {
                _s3.Seed(ACall.Key("launch.json"), $$"""{"generation":{{++generation}},"taskToken":"x"}""");
            }
        };

        (await Should.ThrowAsync<BridgeNotLaunched>(() => LaunchAsync())).Message.ShouldContain("launch.json");
        _ecs.Run.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("RESOURCE:MEMORY")]
    [InlineData("RESOURCE:CPU")]
    [InlineData("AGENT")]
    public async Task A_lack_of_room_is_worth_another_try(string reason)
    {
        _ecs.Answer = () =>
            new RunTaskResponse { Tasks = [], Failures = [new Failure { Reason = reason, Arn = "instance" }] };

        (await Should.ThrowAsync<BridgeHasNoRoom>(() => LaunchAsync())).Message.ShouldContain(reason);
    }

    [Theory]
    [InlineData("ATTRIBUTE")]
    [InlineData("LOCATION")]
    [InlineData(null)]
    public async Task Any_other_failure_is_not(string? reason)
    {
        _ecs.Answer = () =>
            new RunTaskResponse
            {
                Tasks = [],
                Failures = [new Failure { Reason = reason, Detail = "missing attribute" }],
            };

        (await Should.ThrowAsync<BridgeNotLaunched>(() => LaunchAsync())).Message.ShouldContain("missing attribute");
    }

    [Fact]
    public async Task Neither_task_nor_failure_is_an_error()
    {
        _ecs.Answer = () => new RunTaskResponse();

        await Should.ThrowAsync<BridgeNotLaunched>(() => LaunchAsync());
    }

    [Fact]
    public async Task A_cluster_without_instances_has_no_room()
    {
        _ecs.Answer = () => throw new InvalidParameterException("No Container Instances were found in your cluster.");

        await Should.ThrowAsync<BridgeHasNoRoom>(() => LaunchAsync());
    }

    [Theory]
    [InlineData("ThrottlingException", HttpStatusCode.BadRequest)]
    [InlineData("ServerException", HttpStatusCode.InternalServerError)]
    public async Task An_ECS_in_trouble_is_worth_another_try(string code, HttpStatusCode status)
    {
        _ecs.Answer = () => throw new AmazonECSException("Rate exceeded", ErrorType.Sender, code, "request", status);

        await Should.ThrowAsync<BridgeHasNoRoom>(() => LaunchAsync());
    }

    [Fact]
    public async Task A_task_definition_that_is_not_there_is_named()
    {
        _ecs.Answer = () => throw new ClientException("TaskDefinition is inactive");

        (await Should.ThrowAsync<BridgeNotLaunched>(() => LaunchAsync())).Message.ShouldContain("the-definition");
    }

    [Theory]
    [InlineData(null, "token")]
    [InlineData("", "token")]
    [InlineData("s3://bucket/", "token")]
    [InlineData(ACall.Folder, null)]
    [InlineData(ACall.Folder, "")]
    public async Task An_input_without_folder_or_token_runs_nothing(string? folder, string? token)
    {
        await Should.ThrowAsync<BridgeNotLaunched>(() => LaunchAsync(token, folder));

        _ecs.Run.ShouldBeEmpty();
        _s3.Calls.ShouldBeEmpty();
    }
}

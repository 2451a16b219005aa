using System.Text.Json.Nodes;
using Amazon.ECS.Model;
using SonicBridge.Steps.Call;
using Task = System.Threading.Tasks.Task;

namespace SonicBridge.Steps.Tests.Call;

public sealed class SpotWarningTests : IDisposable
{
    private const string Instance = "i-0123456789abcdef0";

    private readonly FakeEcs _ecs = new();

    public SpotWarningTests()
    {
        _ecs.Instances[$"the-cluster: ec2InstanceId in ['{Instance}']"] = ["the-instance"];
        Add("one", "family:bridge", "the-instance");
        Add("standby", "family:standby", "the-instance");
        Add("two", "family:bridge", "the-instance");
        Add("elsewhere", "family:bridge", "another-instance");
    }

    public void Dispose() => _ecs.Dispose();

    private void Add(string task, string group, string instance) =>
        _ecs.Tasks.Add(
            new Amazon.ECS.Model.Task
            {
                TaskArn = task,
                Group = group,
                ContainerInstanceArn = instance,
            }
        );

    private Task WarnAsync(string? instance = Instance) =>
        new SpotWarningFunction(_ecs, new BridgePlace("the-cluster", "bridge:7", null)).SpotWarning(
            new JsonObject
            {
                ["detail-type"] = "EC2 Spot Instance Interruption Warning",
                ["source"] = "aws.ec2",
                ["detail"] = new JsonObject { ["instance-id"] = instance, ["instance-action"] = "terminate" },
            }.Element(),
            ACall.Context()
        );

    [Fact]
    public async Task The_instance_is_drained_before_its_bridges_are_stopped_and_nothing_else_is()
    {
        await WarnAsync();

        _ecs.Changes.ShouldBe(["DRAINING the-instance", "stop one", "stop two"]);
    }

    [Fact]
    public async Task Bridges_on_the_last_page_are_stopped_too()
    {
        _ecs.Page = 1;

        await WarnAsync();

        _ecs.Changes.ShouldBe(["DRAINING the-instance", "stop one", "stop two"]);
    }

    [Fact]
    public async Task An_instance_that_ECS_drains_already_keeps_no_bridge_from_being_stopped()
    {
        _ecs.Before = what =>
        {
            if (what.StartsWith("DRAINING", StringComparison.Ordinal))
            {
                throw new InvalidParameterException("The instance is draining.");
            }
        };

        await WarnAsync();

        _ecs.Changes.ShouldBe(["stop one", "stop two"]);
    }

    [Fact]
    public async Task A_bridge_that_cannot_be_stopped_costs_no_other_its_warning_and_is_worth_another_try()
    {
        _ecs.Before = what =>
        {
            if (what == "stop one")
            {
                throw new ServerException("Try again.");
            }
        };

        await Should.ThrowAsync<AggregateException>(() => WarnAsync());

        _ecs.Changes.ShouldBe(["DRAINING the-instance", "stop two"]);
    }

    [Theory]
    [InlineData("i-00000000000000000")]
    [InlineData("i-1'] or true")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Any_other_instance_is_none_of_ours(string? instance)
    {
        await WarnAsync(instance);

        _ecs.Changes.ShouldBeEmpty();
    }
}

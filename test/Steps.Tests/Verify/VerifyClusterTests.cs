using Amazon.Lambda.TestUtilities;
using SonicBridge.Steps.Migration;
using SonicBridge.Steps.Tests.Deploy;
using SonicBridge.Steps.Verify;
using SonicBridge.Testing;

namespace SonicBridge.Steps.Tests.Verify;

public sealed class VerifyClusterTests : IDisposable
{
    private readonly InMemoryS3 _s3 = new InMemoryS3().WithPlan();
    private readonly FakeCluster _ecs = new();
    private readonly FakeAutoScaling _autoScaling = new FakeAutoScaling().With(2, 2);
    private readonly FakeCloudFormation _cloudFormation = new FakeCloudFormation().Deployed(
        ("ClusterName", "the-cluster"),
        ("AutoScalingGroupName", FakeAutoScaling.Name)
    );

    public void Dispose()
    {
        _s3.Dispose();
        _ecs.Dispose();
        _autoScaling.Dispose();
        _cloudFormation.Dispose();
    }

    private Task<StepDone> VerifyAsync() =>
        new VerifyClusterFunction(_s3, _cloudFormation, _ecs, _autoScaling).VerifyCluster(
            AMigration.Request,
            new TestLambdaContext()
        );

    private async Task<string> RefusalAsync() =>
        (await Should.ThrowAsync<MigrationRefused>(() => VerifyAsync())).Message;

    private async Task<string> WaitingAsync() => (await Should.ThrowAsync<NotReadyYet>(() => VerifyAsync())).Message;

    [Fact]
    public async Task Room_on_several_instances_is_added_up()
    {
        _ecs.WithInstance(300, 3800).WithInstance(2048, 130);

        (await VerifyAsync()).Done.ShouldContain("room for 2 bridges");

        _s3.Noted("verify-cluster").ShouldNotBeNull().Ok.ShouldBeTrue();
    }

    [Fact]
    public async Task The_tasks_own_size_counts_before_that_of_its_containers()
    {
        (_ecs.Bridge.Cpu, _ecs.Bridge.Memory) = ("1024", "512");
        _ecs.WithInstance(2047, 3800).WithInstance(0, 3800);

        (await RefusalAsync()).ShouldContain("room for 1 of 2 bridges, each 1024 CPU shares and 512 MiB");
    }

    [Fact]
    public async Task Instances_that_are_still_starting_are_waited_for_and_that_is_noted()
    {
        _autoScaling.With(2, 1);
        _ecs.WithInstance(256, 128);

        (await WaitingAsync()).ShouldContain("1 of 2 instances are in service");

        _s3.Noted("verify-cluster").ShouldNotBeNull().Ok.ShouldBeFalse();
    }

    [Fact]
    public async Task An_instance_whose_agent_is_not_connected_has_no_room()
    {
        _ecs.WithInstance(256, 128).WithInstance(2048, 3800, connected: false);

        (await WaitingAsync()).ShouldContain("2 have registered and 1 are connected");
    }

    [Fact]
    public async Task All_instances_and_too_little_room_is_refused_with_the_mend()
    {
        _ecs.WithInstance(256, 128).WithInstance(0, 3800);

        (await RefusalAsync()).ShouldContain("stackParameters.DesiredInstances");
    }

    [Fact]
    public async Task A_bridge_that_fits_on_no_instance_is_refused_at_once()
    {
        _autoScaling.With(2, 1);
        _ecs.WithInstance(128, 3800, registeredCpu: 128);

        (await RefusalAsync()).ShouldContain("instance i-0 would be too small");
    }

    [Fact]
    public async Task A_group_without_instances_is_refused()
    {
        _autoScaling.With(0, 0);

        (await RefusalAsync()).ShouldContain("is to have no instance");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("INACTIVE")]
    public async Task A_cluster_that_is_gone_is_refused(string? status)
    {
        _ecs.Status = status;

        (await RefusalAsync()).ShouldContain("the-cluster");
    }

    [Fact]
    public async Task A_revision_for_Fargate_is_refused()
    {
        _ecs.Bridge.RequiresCompatibilities = ["FARGATE"];

        (await RefusalAsync()).ShouldContain("not made for EC2 instances");
    }

    [Fact]
    public async Task Without_a_stack_nothing_is_proved()
    {
        _cloudFormation.Remove();

        (await RefusalAsync()).ShouldContain(AMigration.Stack);
    }
}

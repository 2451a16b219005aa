using Amazon.AutoScaling;
using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using Amazon.Lambda.TestUtilities;
using SonicBridge.Steps.Migration;
using SonicBridge.Steps.Rollback;
using SonicBridge.Steps.Tests.Deploy;
using SonicBridge.Steps.Tests.Verify;
using SonicBridge.Testing;

namespace SonicBridge.Steps.Tests.Rollback;

public sealed class ReleaseInstancesTests : IDisposable
{
    private readonly InMemoryS3 _s3 = new InMemoryS3().WithPlan();
    private readonly FakeCloudFormation _cloudFormation = new() { PageSize = 1 };
    private readonly FakeAutoScaling _autoScaling = new();

    public void Dispose()
    {
        _s3.Dispose();
        _cloudFormation.Dispose();
        _autoScaling.Dispose();
    }

    private Task<StepDone> ReleaseAsync() =>
        new ReleaseInstancesFunction(_s3, _cloudFormation, _autoScaling).ReleaseInstances(
            AMigration.Request,
            new TestLambdaContext()
        );

    private void Made(StackStatus status)
    {
        _cloudFormation.Set(status);
        _cloudFormation.Resources.Add(
            new StackResourceSummary { LogicalResourceId = "Vpc", PhysicalResourceId = "vpc-1" }
        );
        _cloudFormation.Resources.Add(
            new StackResourceSummary
            {
                LogicalResourceId = "AutoScalingGroup",
                PhysicalResourceId = FakeAutoScaling.Name,
            }
        );
    }

    [Theory]
    [InlineData("CREATE_COMPLETE")]
    [InlineData("ROLLBACK_FAILED")]
    public async Task Neither_the_group_nor_an_instance_is_protected_afterwards(string status)
    {
        Made(status);
        _autoScaling.With(120, 120).Group!.Instances[0].LifecycleState = LifecycleState.Terminating;

        await ReleaseAsync();

        _autoScaling.Group!.NewInstancesProtectedFromScaleIn.ShouldBe(false);
        _autoScaling.Group.Instances.Skip(1).ShouldAllBe(instance => instance.ProtectedFromScaleIn == false);
        _autoScaling.Released.ShouldBe([50, 50, 19]);
    }

    [Fact]
    public async Task The_second_time_there_is_nothing_to_do()
    {
        Made(StackStatus.CREATE_COMPLETE);
        _autoScaling.With(2, 2);
        await ReleaseAsync();

        (await ReleaseAsync()).Done.ShouldStartWith("0 instances");

        _autoScaling.Released.ShouldBe([2]);
    }

    [Fact]
    public async Task Without_a_stack_or_a_group_there_is_nothing_to_do()
    {
        (await ReleaseAsync()).Done.ShouldContain("no stack");
        _cloudFormation.Set(StackStatus.REVIEW_IN_PROGRESS);
        (await ReleaseAsync()).Done.ShouldContain("no instances");
        Made(StackStatus.CREATE_COMPLETE);
        (await ReleaseAsync()).Done.ShouldContain("no instances");
    }

    [Fact]
    public async Task The_instances_of_somebody_elses_stack_stay_as_they_are()
    {
        Made(StackStatus.CREATE_COMPLETE);
        _cloudFormation.Set(StackStatus.CREATE_COMPLETE, "The shop's");
        _autoScaling.With(2, 2);

        await ReleaseAsync();

        _autoScaling.Released.ShouldBeEmpty();
    }
}

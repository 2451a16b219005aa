using Amazon.CloudFormation;
using Amazon.Lambda.TestUtilities;
using SonicBridge.Steps.Migration;
using SonicBridge.Steps.Rollback;
using SonicBridge.Steps.Tests.Deploy;
using SonicBridge.Steps.Tests.Verify;
using SonicBridge.Testing;

namespace SonicBridge.Steps.Tests.Rollback;

public sealed class AdvanceDeletionTests : IDisposable
{
    private const string Role = "the-role";
    private static readonly DateTime s_time = new(2026, 3, 4, 5, 6, 7, DateTimeKind.Utc);

    private readonly InMemoryS3 _s3 = new InMemoryS3().WithPlan();
    private readonly FakeCloudFormation _cloudFormation = new();

    public void Dispose()
    {
        _s3.Dispose();
        _cloudFormation.Dispose();
    }

    private Task<Progressing> AdvanceAsync() =>
        new AdvanceDeletionFunction(_s3, _cloudFormation, Role).AdvanceDeletion(
            AMigration.Request,
            new TestLambdaContext()
        );

    private void FailDeletion(string resource, string reason)
    {
        _cloudFormation.Happen(s_time, "stack", "DELETE_IN_PROGRESS", null, isStack: true);
        _cloudFormation.Happen(s_time, resource, "DELETE_FAILED", reason);
        _cloudFormation.Happen(s_time, "stack", "DELETE_FAILED", "The following resource(s) failed", isStack: true);
        _cloudFormation.Set(StackStatus.DELETE_FAILED);
    }

    [Fact]
    public async Task Without_a_stack_there_is_nothing_to_do() => (await AdvanceAsync()).Finished.ShouldBeTrue();

    [Theory]
    [InlineData("CREATE_COMPLETE")]
    [InlineData("CREATE_IN_PROGRESS")]
    [InlineData("REVIEW_IN_PROGRESS")]
    [InlineData("ROLLBACK_FAILED")]
    [InlineData("UPDATE_ROLLBACK_COMPLETE")]
    public async Task A_stack_is_deleted_by_its_role_and_waited_for(string status)
    {
        _cloudFormation.Set(status);

        (await AdvanceAsync()).Finished.ShouldBeFalse();
        (await AdvanceAsync()).Finished.ShouldBeFalse();
        _cloudFormation.Deleted.ShouldHaveSingleItem().RoleARN.ShouldBe(Role);
        _cloudFormation.Remove();

        (await AdvanceAsync()).Finished.ShouldBeTrue();
    }

    [Fact]
    public async Task A_stack_in_the_middle_of_an_update_is_waited_for()
    {
        _cloudFormation.Set(StackStatus.UPDATE_ROLLBACK_IN_PROGRESS);

        (await AdvanceAsync()).Finished.ShouldBeFalse();

        _cloudFormation.Acts.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_deletion_that_fails_is_tried_once_more_and_then_told_with_what_can_be_kept()
    {
        _cloudFormation.Deployed();
        await AdvanceAsync();
        FailDeletion("AutoScalingGroup", "instances are protected.");

        (await AdvanceAsync()).Note.ShouldContain(
            "AutoScalingGroup (AWS::Some::Type, physical-AutoScalingGroup): instances are protected."
        );
        _cloudFormation.Deleted.Count.ShouldBe(2);
        FailDeletion("Vpc", "has dependencies.");

        var message = (await Should.ThrowAsync<MigrationRefused>(() => AdvanceAsync())).Message;

        message.ShouldContain("Vpc (");
        message.ShouldNotContain("AutoScalingGroup");
        message.ShouldEndWith("--retain-resources Vpc");
        _cloudFormation.Deleted.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_rollback_that_is_started_again_tries_again()
    {
        _cloudFormation.Deployed();
        FailDeletion("Vpc", "has dependencies.");
        await AdvanceAsync();
        FailDeletion("Vpc", "has dependencies.");
        await Should.ThrowAsync<MigrationRefused>(() => AdvanceAsync());

        (await AdvanceAsync()).Finished.ShouldBeFalse();

        _cloudFormation.Deleted.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_protected_stack_is_told_with_the_command_that_mends_it()
    {
        _cloudFormation.Deployed().Stack!.EnableTerminationProtection = true;

        (await Should.ThrowAsync<MigrationRefused>(() => AdvanceAsync())).Message.ShouldContain(
            "--no-enable-termination-protection"
        );
    }

    [Fact]
    public async Task A_stack_of_somebody_else_stays()
    {
        _cloudFormation.Set(StackStatus.CREATE_COMPLETE, "The shop's database");

        (await AdvanceAsync()).Finished.ShouldBeTrue();

        _cloudFormation.Acts.ShouldBeEmpty();
    }
}

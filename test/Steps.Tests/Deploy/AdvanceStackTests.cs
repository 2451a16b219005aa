using System.Net;
using System.Text.Json;
using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using Amazon.Lambda.TestUtilities;
using Amazon.Runtime;
using Microsoft.Extensions.Time.Testing;
using SonicBridge.Steps.Deploy;
using SonicBridge.Steps.Migration;
using SonicBridge.Steps.Tests.Verify;
using SonicBridge.Testing;

namespace SonicBridge.Steps.Tests.Deploy;

public sealed class AdvanceStackTests : IDisposable
{
    private const string Role = "arn:aws:iam::111122223333:role/nova-sonic-stack-role";
    private const string Repository = "111122223333.dkr.ecr.us-east-1.amazonaws.com/nova-sonic-ecs-bridge";
    private const string Key = "arn:aws:kms:us-east-1:111122223333:key/1234abcd";

    private static readonly StackParameters s_parameters = new(Repository, Key, "the-cluster", null, "X86-64");

    private readonly InMemoryS3 _s3 = new InMemoryS3().WithPlan();
    private readonly FakeCloudFormation _cloudFormation = new();
    private readonly FakeTimeProvider _time = new(DateTimeOffset.Parse("2026-03-04T05:06:07Z", null));

    public void Dispose()
    {
        _s3.Dispose();
        _cloudFormation.Dispose();
    }

    private Task<Progressing> AdvanceAsync() =>
        new AdvanceStackFunction(_s3, _cloudFormation, s_parameters, Role, _time).AdvanceStack(
            AMigration.Request,
            new TestLambdaContext()
        );

    private async Task<string> RefusalAsync() =>
        (await Should.ThrowAsync<MigrationRefused>(() => AdvanceAsync())).Message;

    private Deployment Noted() =>
        JsonSerializer.Deserialize(_s3.Text(AMigration.Key("deploy.json"))!, Deployment.File.Shape)!;

    private DateTime Now => _time.GetUtcNow().UtcDateTime;

    /// <summary>Up to the moment at which CloudFormation works on the stack.</summary>
    private async Task ExecuteAsync()
    {
        await AdvanceAsync();
        _cloudFormation.WorkOut();
        await AdvanceAsync();
        _time.Advance(TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task A_stack_is_made_by_a_change_set_that_carries_the_migrations_name()
    {
        (await AdvanceAsync()).Finished.ShouldBeFalse();

        var request = _cloudFormation.Created.ShouldHaveSingleItem();
        request.ChangeSetName.ShouldBe($"nova-sonic-{AMigration.Id}-1");
        request.ChangeSetType.ShouldBe(ChangeSetType.CREATE);
        request.Capabilities.ShouldBe(["CAPABILITY_NAMED_IAM"]);
        request.RoleARN.ShouldBe(Role);
        request
            .Parameters.Select(parameter => (parameter.ParameterKey, parameter.ParameterValue))
            .ShouldBe([
                ("Architecture", "X86-64"),
                ("ClusterName", "the-cluster"),
                ("ImageUri", $"{Repository}:7"),
                ("KmsKeyArn", Key),
                ("RepositoryName", "nova-sonic-ecs-bridge"),
            ]);
    }

    [Fact]
    public async Task A_whole_deployment_takes_one_act_at_a_time_and_ends_with_the_outputs()
    {
        await AdvanceAsync();
        (await AdvanceAsync()).Note.ShouldContain("CREATE_IN_PROGRESS");
        _cloudFormation.WorkOut();
        (await AdvanceAsync()).Finished.ShouldBeFalse();
        (await AdvanceAsync()).Note.ShouldContain("CREATE_IN_PROGRESS");
        _cloudFormation.End(StackStatus.CREATE_COMPLETE, ("ClusterName", "the-cluster"));

        var end = await AdvanceAsync();

        end.Finished.ShouldBeTrue();
        _cloudFormation.Acts.ShouldBe(["CreateChangeSet", "ExecuteChangeSet"]);
        Noted().Outputs!["ClusterName"].ShouldBe("the-cluster");
        Noted().Changes.ShouldBe([new PlannedChange("Cluster", "AWS::ECS::Cluster", "Add", null)]);
        Noted().Ended.ShouldBe(end.Note);
    }

    [Fact]
    public async Task The_diff_of_all_pages_is_noted_before_it_is_executed()
    {
        _cloudFormation.Changes.Clear();
        _cloudFormation.Changes.AddRange(
            Enumerable
                .Range(0, 7)
                .Select(i => new ResourceChange
                {
                    LogicalResourceId = $"R{i}",
                    ResourceType = "AWS::EC2::Subnet",
                    Action = ChangeAction.Modify,
                    Replacement = Replacement.Conditional,
                })
        );
        _cloudFormation.PageSize = 3;
        await AdvanceAsync();
        _cloudFormation.WorkOut();
        Deployment? atExecution = null;
        _cloudFormation.Before = act => atExecution = act == "ExecuteChangeSet" ? Noted() : atExecution;

        await AdvanceAsync();

        atExecution!.Changes.Select(change => change.Resource).ShouldBe(["R0", "R1", "R2", "R3", "R4", "R5", "R6"]);
        atExecution.Changes[0].Replacement.ShouldBe("Conditional");
        atExecution.ExecutedAt.ShouldBe(_time.GetUtcNow());
    }

    [Fact]
    public async Task A_change_set_whose_answer_was_lost_is_found_and_not_made_twice()
    {
        _cloudFormation.After = static _ => throw new HttpRequestException("The connection was closed.");
        await Should.ThrowAsync<HttpRequestException>(() => AdvanceAsync());
        _cloudFormation.WorkOut();
        await Should.ThrowAsync<HttpRequestException>(() => AdvanceAsync());
        _cloudFormation.After = static _ => { };
        _cloudFormation.End(StackStatus.CREATE_COMPLETE);

        (await AdvanceAsync()).Finished.ShouldBeTrue();

        _cloudFormation.Acts.ShouldBe(["CreateChangeSet", "ExecuteChangeSet"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_execution_that_never_arrived_is_asked_for_again(bool update)
    {
        if (update)
        {
            _cloudFormation.Deployed();
        }

        await AdvanceAsync();
        _cloudFormation.WorkOut();
        _cloudFormation.Before = static _ => throw new HttpRequestException("No route to host.");
        await Should.ThrowAsync<HttpRequestException>(() => AdvanceAsync());
        _cloudFormation.Before = static _ => { };

        (await AdvanceAsync()).Finished.ShouldBeFalse();

        _cloudFormation.Acts.ShouldBe(["CreateChangeSet", "ExecuteChangeSet"]);
    }

    [Fact]
    public async Task A_stack_that_is_there_is_updated()
    {
        _cloudFormation.Deployed();
        await ExecuteAsync();
        _cloudFormation.Created.ShouldHaveSingleItem().ChangeSetType.ShouldBe(ChangeSetType.UPDATE);
        _cloudFormation.End(StackStatus.UPDATE_COMPLETE);

        (await AdvanceAsync()).Finished.ShouldBeTrue();
    }

    [Fact]
    public async Task A_stack_that_is_as_it_should_be_is_done_and_no_change_set_is_left()
    {
        _cloudFormation.Deployed(("ClusterName", "c"));
        _cloudFormation.Changes.Clear();
        await AdvanceAsync();
        _cloudFormation.WorkOut();

        (await AdvanceAsync()).Finished.ShouldBeTrue();

        _cloudFormation.Acts.ShouldBe(["CreateChangeSet", "DeleteChangeSet"]);
        Noted().Outputs!["ClusterName"].ShouldBe("c");
    }

    [Fact]
    public async Task A_migration_that_goes_on_looks_anew_by_a_change_set_of_another_name()
    {
        await ExecuteAsync();
        _cloudFormation.End(StackStatus.CREATE_COMPLETE);
        await AdvanceAsync();
        _cloudFormation.Changes.Clear();

        await AdvanceAsync();
        _cloudFormation.WorkOut();
        (await AdvanceAsync()).Finished.ShouldBeTrue();

        _cloudFormation.Created[^1].ChangeSetName.ShouldBe($"nova-sonic-{AMigration.Id}-2");
    }

    [Theory]
    [InlineData("ROLLBACK_COMPLETE")]
    [InlineData("CREATE_FAILED")]
    [InlineData("ROLLBACK_FAILED")]
    public async Task A_failed_stack_of_before_is_deleted_and_made_anew(string status)
    {
        _cloudFormation.Set(status);

        (await AdvanceAsync()).Finished.ShouldBeFalse();
        _cloudFormation.Deleted.ShouldHaveSingleItem().RoleARN.ShouldBe(Role);
        (await AdvanceAsync()).Note.ShouldContain("DELETE_IN_PROGRESS");
        _cloudFormation.Remove();
        await AdvanceAsync();

        _cloudFormation.Created.ShouldHaveSingleItem().ChangeSetType.ShouldBe(ChangeSetType.CREATE);
    }

    [Fact]
    public async Task A_stack_under_review_without_a_change_set_gets_one()
    {
        _cloudFormation.Set(StackStatus.REVIEW_IN_PROGRESS, description: null);

        await AdvanceAsync();

        _cloudFormation.Created.ShouldHaveSingleItem().ChangeSetType.ShouldBe(ChangeSetType.CREATE);
    }

    [Fact]
    public async Task A_deployment_of_this_migration_that_failed_is_told_in_one_sentence_and_made_anew_next_time()
    {
        await ExecuteAsync();
        _cloudFormation.Happen(Now, "Cluster", "CREATE_COMPLETE", null);
        _cloudFormation.Happen(Now, "NatAddress", "CREATE_FAILED", "The maximum number of addresses has been reached.");
        _cloudFormation.Happen(Now, "Balancer", "CREATE_FAILED", "Resource creation cancelled");
        _cloudFormation.Happen(Now, "stack", "CREATE_FAILED", "failed to create: [NatAddress]", isStack: true);
        _cloudFormation.End(StackStatus.ROLLBACK_COMPLETE);

        var sentence = await RefusalAsync();

        sentence.ShouldContain(
            "NatAddress (AWS::Some::Type): The maximum number of addresses has been reached. Ask for a higher quota"
        );
        sentence.ShouldContain("ROLLBACK_COMPLETE");
        Noted().Ended.ShouldBe(sentence);
        (await AdvanceAsync()).Note.ShouldContain("is being deleted");
    }

    [Fact]
    public async Task Events_of_before_the_execution_are_not_taken_for_its_failure()
    {
        _cloudFormation.Deployed();
        _cloudFormation.Happen(Now.AddDays(-1), "Old", "UPDATE_FAILED", "long ago");
        await ExecuteAsync();
        _cloudFormation.Happen(Now, "New", "UPDATE_FAILED", "is not authorized to perform: ecs:UpdateService");
        _cloudFormation.Happen(Now, "Later", "UPDATE_FAILED", "did not stabilize");
        _cloudFormation.PageSize = 1;
        _cloudFormation.End(StackStatus.UPDATE_ROLLBACK_COMPLETE);

        var sentence = await RefusalAsync();

        sentence.ShouldContain("New (");
        sentence.ShouldContain("StackRole");
    }

    [Fact]
    public async Task An_update_that_could_not_be_taken_back_is_refused_with_the_command_that_mends_it()
    {
        _cloudFormation.Set(StackStatus.UPDATE_ROLLBACK_FAILED);

        (await RefusalAsync()).ShouldContain(
            $"aws cloudformation continue-update-rollback --stack-name {AMigration.Stack}"
        );
        _cloudFormation.Acts.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_change_set_that_fails_leaves_nothing_behind()
    {
        await AdvanceAsync();
        _cloudFormation.WorkOut("Unable to fetch parameters [/aws/service/ecs/image_id] from parameter store");

        (await RefusalAsync()).ShouldContain("stackParameters.X86Image");

        _cloudFormation.Acts.ShouldBe(["CreateChangeSet", "DeleteChangeSet", "DeleteStack"]);
    }

    [Fact]
    public async Task What_CloudFormation_does_not_take_is_told_and_throttling_is_left_to_the_state()
    {
        _cloudFormation.Before = static _ => throw FakeCloudFormation.Invalid("Parameter validation failed: no value");
        (await RefusalAsync()).ShouldContain("Parameter validation failed");

        _cloudFormation.Before = static _ =>
            throw new AmazonCloudFormationException(
                "Rate exceeded",
                ErrorType.Sender,
                "Throttling",
                "request",
                HttpStatusCode.BadRequest
            );
        await Should.ThrowAsync<AmazonCloudFormationException>(() => AdvanceAsync());
    }

    [Fact]
    public async Task A_stack_of_somebody_else_is_not_touched()
    {
        _cloudFormation.Set(StackStatus.CREATE_COMPLETE, "The shop's database");

        (await RefusalAsync()).ShouldContain("The shop's database");
        _cloudFormation.Acts.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Colour", "red", "stackParameters.Colour is no parameter")]
    [InlineData("MaxInstances", "many", "has to be a number from 1 to 100")]
    [InlineData("MaxInstances", "101", "has to be a number from 1 to 100")]
    [InlineData("SessionManager", "Perhaps", "has to be one of Yes, No")]
    [InlineData("VpcId", "vpc-XYZ", "is the id of a VPC")]
    [InlineData("ImageUri", "somewhere/else:1", "imageTag")]
    [InlineData("ClusterName", "another", "serverless.template")]
    public async Task A_wrong_parameter_is_named_before_anything_is_done(string name, string value, string said)
    {
        _s3.WithPlan(With(name, value));

        (await RefusalAsync()).ShouldContain(said);
        _cloudFormation.Acts.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_right_parameter_is_passed_on()
    {
        _s3.WithPlan(With("MaxInstances", "4"));

        await AdvanceAsync();

        _cloudFormation
            .Created[0]
            .Parameters.ShouldContain(passed => passed.ParameterKey == "MaxInstances" && passed.ParameterValue == "4");
    }

    [Fact]
    public async Task A_name_that_the_role_does_not_cover_is_refused()
    {
        _s3.WithPlan(AMigration.Plan with { StackName = "production" });

        (await RefusalAsync()).ShouldContain("nova-sonic-");
    }

    private static MigrationPlan With(string name, string value) =>
        AMigration.Plan with
        {
            StackParameters = new Dictionary<string, string> { [name] = value },
        };
}

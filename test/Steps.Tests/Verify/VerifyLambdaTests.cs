using System.Text.Json;
using Amazon.Lambda;
using Amazon.Lambda.TestUtilities;
using SonicBridge.Steps.Call;
using SonicBridge.Steps.Migration;
using SonicBridge.Steps.Tests.Deploy;
using SonicBridge.Steps.Verify;
using SonicBridge.Testing;

namespace SonicBridge.Steps.Tests.Verify;

public sealed class VerifyLambdaTests : IDisposable
{
    private const string StateMachine = "arn:aws:states:us-east-1:111122223333:stateMachine:call";

    private readonly InMemoryS3 _s3 = new InMemoryS3().WithPlan();
    private readonly FakeLambda _lambda = new FakeLambda()
        .With(FakeLambda.Start, ("CALL_STATE_MACHINE_ARN", StateMachine))
        .With(
            FakeLambda.Launch,
            ("ECS_CLUSTER_NAME", "the-cluster"),
            ("ECS_TASK_DEFINITION", "nova-sonic-bridge"),
            ("ECS_CAPACITY_PROVIDER", "the-provider")
        );
    private readonly FakeCloudFormation _cloudFormation = new FakeCloudFormation().Deployed(
        ("ClusterName", "the-cluster"),
        ("CapacityProviderName", "the-provider")
    );

    public VerifyLambdaTests() => _lambda.Answer = input => TheFunctionItself(input.ToJsonString());

    public void Dispose()
    {
        _s3.Dispose();
        _lambda.Dispose();
        _cloudFormation.Dispose();
    }

    private Task<StepDone> VerifyAsync() =>
        new VerifyLambdaFunction(
            _s3,
            _lambda,
            _cloudFormation,
            FakeLambda.Start,
            FakeLambda.Launch,
            StateMachine
        ).VerifyLambda(AMigration.Request, new TestLambdaContext());

    private async Task<string> RefusalAsync() =>
        (await Should.ThrowAsync<MigrationRefused>(() => VerifyAsync())).Message;

    [Fact]
    public async Task Functions_that_are_ready_and_answer_the_test_are_well()
    {
        await VerifyAsync();

        _lambda
            .Events.ShouldHaveSingleItem()
            .ToJsonString()
            .ShouldBe("""{"StreamARN":"test","ContactId":"test","CustomerPhoneNumber":"test"}""");
        _s3.Noted("verify-lambda").ShouldNotBeNull().Ok.ShouldBeTrue();
    }

    [Fact]
    public async Task Launch_type_EC2_needs_no_capacity_provider()
    {
        _lambda.Functions[FakeLambda.Launch].Environment.Variables["ECS_CAPACITY_PROVIDER"] = "";

        await VerifyAsync();
    }

    [Theory]
    [InlineData("ECS_CLUSTER_NAME")]
    [InlineData("ECS_TASK_DEFINITION")]
    [InlineData("ECS_CAPACITY_PROVIDER")]
    public async Task A_variable_that_points_elsewhere_is_named(string name)
    {
        _lambda.Functions[FakeLambda.Launch].Environment.Variables[name] = "elsewhere";

        (await RefusalAsync()).ShouldContain($"{name}='elsewhere'");
    }

    [Fact]
    public async Task A_function_that_is_being_deployed_is_waited_for()
    {
        _lambda.Functions[FakeLambda.Start].LastUpdateStatus = LastUpdateStatus.InProgress;

        await Should.ThrowAsync<NotReadyYet>(() => VerifyAsync());
    }

    [Fact]
    public async Task A_function_that_failed_or_is_gone_is_refused()
    {
        _lambda.Functions[FakeLambda.Start].State = State.Failed;
        _lambda.Functions[FakeLambda.Start].StateReason = "no such image";
        (await RefusalAsync()).ShouldContain("no such image");

        _lambda.Functions.Remove(FakeLambda.Start);
        (await RefusalAsync()).ShouldContain("There is no function");
    }

    [Theory]
    [InlineData("""{"status":"started"}""")]
    [InlineData("""{"status":"error","error":"CallNotStored"}""")]
    [InlineData("[]")]
    [InlineData("oops")]
    public async Task Any_other_answer_to_the_test_is_refused(string answer)
    {
        _lambda.Answer = _ => answer;

        (await RefusalAsync()).ShouldContain("invoke-ecs-ec2-task");
    }

    [Fact]
    public async Task A_function_that_breaks_is_told_with_its_words()
    {
        _lambda.FunctionError = "Unhandled";
        _lambda.Answer = _ => """{"errorMessage":"no memory"}""";

        (await RefusalAsync()).ShouldContain("no memory");
    }

    /// <summary>What the real function answers; it needs neither S3 nor Step Functions for that.</summary>
    private static string TheFunctionItself(string input)
    {
        using var document = JsonDocument.Parse(input);
        var answer = new StartCallFunction(null!, null!, null, null)
            .StartCall(document.RootElement.Clone(), new TestLambdaContext())
            .GetAwaiter()
            .GetResult();
        return JsonSerializer.Serialize(answer, StepsJson.Default.StartCallAnswer);
    }
}

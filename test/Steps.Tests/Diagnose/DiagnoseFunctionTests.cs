using System.Text.Json.Nodes;
using Amazon;
using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.ElasticLoadBalancingV2;
using Amazon.Lambda.TestUtilities;
using Amazon.Runtime;
using Amazon.StepFunctions;
using Microsoft.Extensions.Time.Testing;
using SonicBridge.Steps.Call;
using SonicBridge.Steps.Diagnose;
using SonicBridge.Steps.Tests.Call;
using SonicBridge.Steps.Tests.Deploy;
using SonicBridge.Steps.Tests.Verify;
using SonicBridge.Testing;
using EcsTask = Amazon.ECS.Model.Task;
using ExecutionStatus = Amazon.StepFunctions.ExecutionStatus;
using Task = System.Threading.Tasks.Task;

namespace SonicBridge.Steps.Tests.Diagnose;

public sealed class DiagnoseFunctionTests : IDisposable
{
    private const string StateMachine = "arn:aws:states:us-east-1:111122223333:stateMachine:call";
    private const string Token = "a-token-that-nobody-may-see";

    private readonly InMemoryS3 _s3 = new();
    private readonly FakeStepFunctions _stepFunctions = new() { Status = ExecutionStatus.FAILED };
    private readonly FakeBridges _ecs = new();
    private readonly FakeCloudFormation _cloudFormation = new();
    private readonly FakeCloudWatch _cloudWatch = new();
    private readonly FakeLogs _logs = new();
    private readonly FakeLambda _lambda = new();
    private readonly FakeTimeProvider _time = new(Seen.Now);

    public DiagnoseFunctionTests()
    {
        foreach (var name in FunctionsLook.Names)
        {
            _lambda.With(name);
        }

        _s3.Seed(ACall.Key("call.json"), $$"""{"contactId":"{{ACall.Id}}","streamArn":"{{ACall.StreamArn}}"}""");
        _s3.Seed(ACall.Key("launch.json"), $$"""{"generation":1,"taskToken":"{{Token}}"}""");
        _s3.Seed(
            ACall.Key("outcome.json"),
            $$$"""{"contactId":"{{{ACall.Id}}}","outcome":{"ending":"failed","next":"transfer","detail":"BridgeStopped: It was killed."},"recordedAt":"2026-01-01T12:00:00Z"}"""
        );
        _ecs.Tasks.Add(Seen.Stopped(137, "EssentialContainerExited", "Essential container in task exited"));
        _ecs.Tasks[0].StartedBy = ACall.Id;
    }

    public void Dispose()
    {
        _s3.Dispose();
        _stepFunctions.Dispose();
        _ecs.Dispose();
        _cloudFormation.Dispose();
        _cloudWatch.Dispose();
        _logs.Dispose();
        _lambda.Dispose();
    }

    private async Task<Diagnosis> AskAsync(string input)
    {
        using var loadBalancing = new AmazonElasticLoadBalancingV2Client(
            new BasicAWSCredentials("nobody", "nothing"),
            RegionEndpoint.USEast1
        );
        var account = new AccountClients(
            _s3,
            _stepFunctions,
            _ecs,
            _lambda,
            _cloudFormation,
            loadBalancing,
            _cloudWatch,
            _logs
        );
        var place = new DiagnosedPlace(
            new BridgePlace("c", "nova-sonic-bridge", null),
            ACall.Bucket,
            StateMachine,
            AMigration.Bucket
        );
        return await new DiagnoseFunction(account, () => place, _time).Diagnose(
            JsonNode.Parse(input).Element(),
            new TestLambdaContext()
        );
    }

    [Theory]
    [InlineData($$"""{"contactId":"{{ACall.Id}}"}""")]
    [InlineData($$"""{"taskArn":"{{Seen.TaskArn}}"}""")]
    public async Task A_call_is_diagnosed_by_its_own_id_and_by_that_of_its_task(string input)
    {
        var diagnosis = await AskAsync(input);

        diagnosis.ContactId.ShouldBe(ACall.Id);
        diagnosis.Findings.ShouldContain(found => found.Area == "task" && found.Cause.Contains("exit code 137"));
        _s3.Text(ACall.Key("diagnosis.json")).ShouldBeNull();
    }

    [Fact]
    public async Task What_a_calls_execution_asks_is_kept_in_the_calls_folder()
    {
        var diagnosis = await AskAsync($$"""{"folder":"{{ACall.Folder}}","detail":"Known"}""");

        diagnosis.Summary.ShouldStartWith("Known. ");
        var kept = JsonNode.Parse(_s3.Text(ACall.Key("diagnosis.json"))!)!;
        kept["summary"]!.GetValue<string>().ShouldBe(diagnosis.Summary);
        kept["findings"]!.AsArray().Count.ShouldBe(diagnosis.Findings.Count);
        kept.ToJsonString().ShouldNotContain(Token);
    }

    [Fact]
    public async Task What_cannot_be_seen_is_named_and_hides_nothing_else()
    {
        _stepFunctions.Before = () => throw new AmazonStepFunctionsException("You may not.");
        _logs.Before = () => throw new AmazonCloudWatchLogsException("You may not.");

        var diagnosis = await AskAsync($$"""{"contactId":"{{ACall.Id}}"}""");

        diagnosis.Unread.Select(one => one.Split(':')[0]).ShouldBe(["call", "logs", "standby bridges"]);
        diagnosis.Findings.ShouldContain(found => found.Cause.Contains("exit code 137"));
    }

    [Fact]
    public async Task Whoever_does_not_answer_in_time_is_not_waited_for()
    {
        _logs.Answer = new TaskCompletionSource<FilterLogEventsResponse>().Task;

        var asked = AskAsync("{}");
        while (!asked.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        (await asked).Unread.ShouldContain("logs: no answer within 8 s.");
    }

    [Fact]
    public async Task A_log_is_asked_only_for_what_weighs_and_of_a_call_only_for_its_own()
    {
        _logs.Answer = Task.FromResult(
            new FilterLogEventsResponse
            {
                Events =
                [
                    new FilteredLogEvent
                    {
                        Message = $$"""{"level":"error","contactId":"{{ACall.Id}}","message":"It broke."}""",
                    },
                ],
            }
        );

        var diagnosis = await AskAsync($$"""{"contactId":"{{ACall.Id}}"}""");

        diagnosis.Findings.ShouldContain(found => found.Evidence.Contains("/aws/lambda/next-prompt: It broke."));
        _logs.Asked.ShouldContain(request => request.LogGroupName == "/ecs/nova-sonic-bridge");
        _logs.Asked.ShouldAllBe(request =>
            request.FilterPattern.Contains($"$.contactId = \"{ACall.Id}\"")
            && request.FilterPattern.Contains("\"error\"")
        );
    }

    [Fact]
    public async Task A_task_that_ECS_has_forgotten_is_said_to_be()
    {
        _ecs.Tasks.Clear();

        var diagnosis = await AskAsync($$"""{"taskArn":"{{Seen.TaskArn}}"}""");

        diagnosis.ContactId.ShouldBeNull();
        diagnosis.Findings.ShouldContain(found => found.Cause.Contains("does not know the task"));
    }

    [Theory]
    [InlineData("rolledBack", 0)]
    [InlineData("migrated", 1)]
    public async Task After_a_rollback_a_deployment_that_is_gone_is_no_fault(string phase, int faults)
    {
        _s3.Seed("migrations/current.json", $$"""{"id":"m-1","execution":"arn","phase":"{{phase}}"}""");
        _ecs.Tasks.Clear();

        var diagnosis = await AskAsync("{}");

        Math.Min(diagnosis.Findings.Count, 1).ShouldBe(faults);
        diagnosis.Summary.StartsWith("Migration m-1 was rolled back: ", StringComparison.Ordinal).ShouldBe(faults == 0);
    }

    [Fact]
    public async Task After_a_rollback_a_call_from_before_is_diagnosed_without_the_side_that_is_gone()
    {
        _s3.Seed("migrations/current.json", """{"id":"m-1","execution":"arn","phase":"rolledBack"}""");

        var diagnosis = await AskAsync($$"""{"contactId":"{{ACall.Id}}"}""");

        diagnosis.Summary.ShouldStartWith("Migration m-1 was rolled back: ");
        diagnosis.Findings.ShouldHaveSingleItem().Cause.ShouldContain("exit code 137");
        diagnosis.Unread.ShouldBeEmpty();
    }

    /// <summary>ECS with some tasks and no cluster.</summary>
    private sealed class FakeBridges()
        : AmazonECSClient(new BasicAWSCredentials("nobody", "nothing"), RegionEndpoint.USEast1)
    {
        public List<EcsTask> Tasks { get; } = [];

        public override Task<ListTasksResponse> ListTasksAsync(
            ListTasksRequest request,
            CancellationToken cancellationToken = default
        ) =>
            Task.FromResult(
                new ListTasksResponse
                {
                    TaskArns =
                    [
                        .. Tasks
                            .Where(task =>
                                (task.LastStatus == "STOPPED") == (request.DesiredStatus == DesiredStatus.STOPPED)
                            )
                            .Where(task => request.StartedBy is null || task.StartedBy == request.StartedBy)
                            .Select(task => task.TaskArn),
                    ],
                }
            );

        public override Task<DescribeTasksResponse> DescribeTasksAsync(
            DescribeTasksRequest request,
            CancellationToken cancellationToken = default
        ) =>
            Task.FromResult(
                new DescribeTasksResponse { Tasks = [.. Tasks.Where(task => request.Tasks.Contains(task.TaskArn))] }
            );

        public override Task<DescribeTaskDefinitionResponse> DescribeTaskDefinitionAsync(
            DescribeTaskDefinitionRequest request,
            CancellationToken cancellationToken = default
        ) => throw new ClientException("Unable to describe task definition.");
    }

    private sealed class FakeLogs()
        : AmazonCloudWatchLogsClient(new BasicAWSCredentials("nobody", "nothing"), RegionEndpoint.USEast1)
    {
        public System.Collections.Concurrent.ConcurrentQueue<FilterLogEventsRequest> Asked { get; } = new();
        public Action Before { get; set; } = static () => { };
        public Task<FilterLogEventsResponse> Answer { get; set; } = Task.FromResult(new FilterLogEventsResponse());

        public override Task<FilterLogEventsResponse> FilterLogEventsAsync(
            FilterLogEventsRequest request,
            CancellationToken cancellationToken = default
        )
        {
            Asked.Enqueue(request);
            Before();
            return Answer;
        }
    }
}

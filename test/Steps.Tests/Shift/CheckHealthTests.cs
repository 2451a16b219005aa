using Amazon;
using Amazon.Lambda.TestUtilities;
using Amazon.Runtime;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using SonicBridge.Steps.Migration;
using SonicBridge.Steps.Shift;
using SonicBridge.Steps.Tests.Verify;
using SonicBridge.Testing;

namespace SonicBridge.Steps.Tests.Shift;

public sealed class CheckHealthTests : IDisposable
{
    private const string StateMachine = "arn:aws:states:us-east-1:111122223333:stateMachine:call";
    private static readonly DateTimeOffset s_since = DateTimeOffset.Parse("2026-03-04T05:06:07Z", null);

    private readonly InMemoryS3 _s3 = new();
    private readonly FakeCloudWatch _cloudWatch = new();
    private readonly Executions _executions = new();

    public void Dispose()
    {
        _s3.Dispose();
        _cloudWatch.Dispose();
        _executions.Dispose();
    }

    private Task<StepDone> CheckAsync(DateTimeOffset? since) =>
        new CheckHealthFunction(_s3, _cloudWatch, _executions, StateMachine).CheckHealth(
            new HealthRequest(AMigration.Folder, since),
            new TestLambdaContext()
        );

    private async Task<string> RefusalAsync() =>
        (await Should.ThrowAsync<MigrationRefused>(() => CheckAsync(s_since))).Message;

    [Fact]
    public async Task Calls_that_went_well_and_quiet_alarms_are_well()
    {
        _executions.Add("late", 30, ExecutionStatus.RUNNING);
        _executions.Add(
            "good",
            20,
            ExecutionStatus.SUCCEEDED,
            output: """{"ending":"callerHungUp","next":"end","detail":""}"""
        );

        (await CheckAsync(s_since)).Done.ShouldContain("2 calls were begun");

        _s3.Noted("check-health").ShouldNotBeNull().Ok.ShouldBeTrue();
    }

    [Fact]
    public async Task No_call_at_all_is_well() => await CheckAsync(s_since);

    [Fact]
    public async Task Failed_calls_are_named_with_their_reasons()
    {
        _executions.Add("timed", 30, ExecutionStatus.TIMED_OUT);
        _executions.Add("broken", 20, ExecutionStatus.FAILED, "BridgeNotLaunched", "ECS refused.");

        var message = await RefusalAsync();

        message.ShouldContain("broken (BridgeNotLaunched: ECS refused)");
        message.ShouldContain("timed (TIMED_OUT:");
        message.ShouldContain("2 of 2 calls");
    }

    [Fact]
    public async Task A_call_whose_bridge_reported_a_failure_has_failed_though_its_execution_ended_in_order()
    {
        _executions.Add(
            "deaf",
            20,
            ExecutionStatus.SUCCEEDED,
            output: """{"ending":"failed","detail":"The model refused: AccessDenied."}"""
        );

        (await RefusalAsync()).ShouldContain("deaf (The model refused: AccessDenied)");
    }

    [Fact]
    public async Task Calls_of_before_are_none_of_this_shares_and_are_not_even_read()
    {
        _executions.Add("after", 5, ExecutionStatus.RUNNING);
        _executions.Add("before", -5, ExecutionStatus.FAILED);
        _executions.Add("long before", -500, ExecutionStatus.FAILED);

        await CheckAsync(s_since);

        _executions.Pages.ShouldBe(2);
    }

    [Fact]
    public async Task A_raised_alarm_stops_the_migration_at_once()
    {
        _cloudWatch.Alarms.Add(("nova-sonic-calls-failed", "ALARM"));

        (await RefusalAsync()).ShouldContain("nova-sonic-calls-failed");
        _s3.Noted("check-health").ShouldNotBeNull().Ok.ShouldBeFalse();
    }

    [Fact]
    public async Task Without_a_time_nothing_is_judged() =>
        (await Should.ThrowAsync<MigrationRefused>(() => CheckAsync(null))).Message.ShouldContain("since");

    /// <summary>Step Functions with some executions, the newest first, one on a page.</summary>
    private sealed class Executions()
        : AmazonStepFunctionsClient(new BasicAWSCredentials("nobody", "nothing"), RegionEndpoint.USEast1)
    {
        private readonly List<DescribeExecutionResponse> _all = [];

        public int Pages { get; private set; }

        public void Add(
            string name,
            int seconds,
            ExecutionStatus status,
            string? error = null,
            string? cause = null,
            string? output = null
        ) =>
            _all.Add(
                new DescribeExecutionResponse
                {
                    ExecutionArn = name,
                    Name = name,
                    Status = status,
                    StartDate = s_since.UtcDateTime.AddSeconds(seconds),
                    Error = error,
                    Cause = cause,
                    Output = output,
                }
            );

        public override Task<ListExecutionsResponse> ListExecutionsAsync(
            ListExecutionsRequest request,
            CancellationToken cancellationToken = default
        )
        {
            request.StateMachineArn.ShouldBe(StateMachine);
            var start = Pages++;
            return Task.FromResult(
                new ListExecutionsResponse
                {
                    Executions =
                    [
                        .. _all.Skip(start)
                            .Take(1)
                            .Select(one => new ExecutionListItem
                            {
                                ExecutionArn = one.ExecutionArn,
                                Name = one.Name,
                                Status = one.Status,
                                StartDate = one.StartDate,
                            }),
                    ],
                    NextToken = start + 1 < _all.Count ? "next" : null,
                }
            );
        }

        public override Task<DescribeExecutionResponse> DescribeExecutionAsync(
            DescribeExecutionRequest request,
            CancellationToken cancellationToken = default
        ) => Task.FromResult(_all.Single(one => one.ExecutionArn == request.ExecutionArn));
    }
}

using Amazon.StepFunctions;
using SonicBridge.Steps.Migration;
using SonicBridge.Steps.Rollback;
using SonicBridge.Steps.Tests.Backup;

namespace SonicBridge.Steps.Tests.Rollback;

public sealed class CountCallsTests : IDisposable
{
    private const string Machine = "arn:aws:states:us-east-1:111122223333:stateMachine:call";

    private readonly InMemoryExecutions _executions = new();

    public void Dispose() => _executions.Dispose();

    private Task<Progressing> CountAsync() =>
        new CountCallsFunction(_executions, Machine).CountCalls(TheMigration.Request, TheMigration.Context());

    private void Call(string id, ExecutionStatus status, string machine = "call") =>
        _executions.Known[$"arn:aws:states:us-east-1:111122223333:execution:{machine}:{id}"] = status;

    [Fact]
    public async Task Running_calls_are_counted_page_by_page_and_those_that_ended_are_not()
    {
        for (var call = 0; call < 5; call++)
        {
            Call($"running-{call}", ExecutionStatus.RUNNING);
        }

        Call("over", ExecutionStatus.SUCCEEDED);
        Call("failed", ExecutionStatus.FAILED);
        Call("the-migration", ExecutionStatus.RUNNING, "nova-sonic-migrate");

        var answer = await CountAsync();

        answer.Finished.ShouldBeFalse();
        answer.Note.ShouldBe("5 calls still talk on EC2, the longest since 2026-01-01 12:00:00Z.");
    }

    [Fact]
    public async Task When_no_call_runs_the_wait_is_over()
    {
        Call("over", ExecutionStatus.SUCCEEDED);

        (await CountAsync()).ShouldBe(new Progressing(true, "No call is carried on EC2 any more."));
    }
}

using Amazon.S3;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using SonicBridge.Contracts;

namespace SonicBridge.Steps.Diagnose;

/// <summary>Reads what is left of a call: never what was said in it.</summary>
internal sealed class CallLook(IAmazonS3 s3, IAmazonStepFunctions stepFunctions, DiagnosedPlace place)
{
    // Each retried try leaves a handful of events; a call's own life adds none.
    private const int MostEvents = 200;

    public async Task<CallTrace> ReadAsync(ContactId contact)
    {
        var store = new CallStore(s3, new CallFolder(place.Bucket, contact));
        var call = store.ReadAsync(CallFile.Call, CancellationToken.None);
        var launch = store.ReadAsync(CallFile.Launch, CancellationToken.None);
        var outcome = store.ReadAsync(CallFile.Outcome, CancellationToken.None);
        var execution = ExecutionAsync(contact);
        return new CallTrace(
            await call is not null,
            (await launch)?.Value.Generation,
            (await outcome)?.Value.Outcome,
            await execution
        );
    }

    private async Task<ExecutionTrace?> ExecutionAsync(ContactId contact)
    {
        var arn = $"{place.StateMachine.Replace(":stateMachine:", ":execution:", StringComparison.Ordinal)}:{contact}";
        try
        {
            var execution = await stepFunctions.DescribeExecutionAsync(
                new DescribeExecutionRequest { ExecutionArn = arn }
            );
            var history = await stepFunctions.GetExecutionHistoryAsync(
                new GetExecutionHistoryRequest
                {
                    ExecutionArn = arn,
                    IncludeExecutionData = false,
                    MaxResults = MostEvents,
                }
            );
            return new ExecutionTrace(
                execution.Status?.Value ?? "",
                execution.StartDate is { } started ? new DateTimeOffset(started.ToUniversalTime()) : null,
                execution.Error,
                execution.Cause,
                [.. (history.Events ?? []).Select(one => one.TaskFailedEventDetails?.Error).OfType<string>()]
            );
        }
        catch (ExecutionDoesNotExistException)
        {
            return null;
        }
    }
}

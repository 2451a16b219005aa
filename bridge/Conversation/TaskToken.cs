using System.Text.Json;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Conversation;

/// <summary>Reports to the call's execution by the token that its LaunchBridge state waits on.</summary>
internal sealed class TaskToken(IAmazonStepFunctions stepFunctions, string token) : ICallReport
{
    /// <summary>The error by which call.asl.json knows a bridge that could not do its work.</summary>
    public const string BridgeFailed = "BridgeFailed";

    /// <summary>The error by which it knows one that has to leave.</summary>
    public const string BridgeLeaving = "BridgeLeaving";

    /// <summary>The longest cause that Step Functions takes.</summary>
    private const int LongestCause = 32768;

    public Task<bool> HeartbeatAsync(CancellationToken cancellationToken) =>
        WhileAwaited(
            stepFunctions.SendTaskHeartbeatAsync(new SendTaskHeartbeatRequest { TaskToken = token }, cancellationToken)
        );

    public Task<bool> SucceedAsync(CallOutcome outcome, CancellationToken cancellationToken) =>
        WhileAwaited(
            stepFunctions.SendTaskSuccessAsync(
                new SendTaskSuccessRequest
                {
                    TaskToken = token,
                    Output = JsonSerializer.Serialize(outcome, ContractsJson.Default.CallOutcome),
                },
                cancellationToken
            )
        );

    public Task<bool> LeaveAsync(string cause, CancellationToken cancellationToken) =>
        FailAsync(BridgeLeaving, cause, cancellationToken);

    public Task<bool> FailAsync(string cause, CancellationToken cancellationToken) =>
        FailAsync(BridgeFailed, cause, cancellationToken);

    private Task<bool> FailAsync(string error, string cause, CancellationToken cancellationToken) =>
        WhileAwaited(
            stepFunctions.SendTaskFailureAsync(
                new SendTaskFailureRequest
                {
                    TaskToken = token,
                    Error = error,
                    Cause = cause.Length <= LongestCause ? cause : cause[..LongestCause],
                },
                cancellationToken
            )
        );

    // Either means that the state has ended: by a time-out, by a stop, or by a report that was made before.
    private static async Task<bool> WhileAwaited(Task sending)
    {
        try
        {
            await sending;
            return true;
        }
        catch (Exception e) when (e is TaskTimedOutException or TaskDoesNotExistException)
        {
            return false;
        }
    }
}

using SonicBridge.Bridge.Conversation;
using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Tests.Conversation;

/// <summary>A call's execution that counts heartbeats and keeps the report.</summary>
internal sealed class ScriptedExecution : ICallReport
{
    /// <summary>Whether it still waits.</summary>
    public bool Waits { get; set; } = true;

    /// <summary>Whether it can be reached.</summary>
    public bool Reachable { get; set; } = true;

    public int Heartbeats { get; private set; }

    public CallOutcome? Outcome { get; private set; }

    /// <summary>How often an outcome was reported.</summary>
    public int Reports { get; private set; }

    public string? Failure { get; private set; }

    public Task<bool> HeartbeatAsync(CancellationToken cancellationToken)
    {
        Heartbeats++;
        return Reachable ? Task.FromResult(Waits) : throw new HttpRequestException("The network is down.");
    }

    public Task<bool> SucceedAsync(CallOutcome outcome, CancellationToken cancellationToken)
    {
        Outcome = outcome;
        Reports++;
        return Task.FromResult(Waits);
    }

    /// <summary>How often it was told that the bridge leaves.</summary>
    public int Leavings { get; private set; }

    public Task<bool> LeaveAsync(string cause, CancellationToken cancellationToken)
    {
        Leavings++;
        return Reachable ? Task.FromResult(Waits) : throw new HttpRequestException("The network is down.");
    }

    public Task<bool> FailAsync(string cause, CancellationToken cancellationToken)
    {
        Failure = cause;
        return Task.FromResult(Waits);
    }
}

using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Conversation;

/// <summary>The call's execution, which waits for this bridge.</summary>
internal interface ICallReport
{
    /// <summary>Says that the bridge lives.</summary>
    /// <returns>False when the execution no longer waits.</returns>
    Task<bool> HeartbeatAsync(CancellationToken cancellationToken);

    /// <summary>Reports how the call ended.</summary>
    /// <returns>False when the execution no longer waits.</returns>
    Task<bool> SucceedAsync(CallOutcome outcome, CancellationToken cancellationToken);

    /// <summary>Reports that the bridge has to leave, and holds the conversation until the next one has it.</summary>
    /// <param name="cause">A sentence.</param>
    /// <returns>False when the execution no longer waits.</returns>
    Task<bool> LeaveAsync(string cause, CancellationToken cancellationToken);

    /// <summary>Reports that the bridge could not do its work.</summary>
    /// <param name="cause">A sentence.</param>
    /// <returns>False when the execution no longer waits.</returns>
    Task<bool> FailAsync(string cause, CancellationToken cancellationToken);
}

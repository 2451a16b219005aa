namespace SonicBridge.Steps.Call;

#pragma warning disable CA1710, CA1032, CA1064 // Step Functions knows an error by its type's name: call.asl.json branches by these.

/// <summary>ECS has no room for the bridge at the moment; worth another try.</summary>
internal sealed class BridgeHasNoRoom(string message, Exception? innerException = null)
    : Exception(message, innerException);

/// <summary>The bridge cannot be run, now or later, until an engineer has mended what the message says.</summary>
internal sealed class BridgeNotLaunched(string message, Exception? innerException = null)
    : Exception(message, innerException);

/// <summary>There is nobody left to talk with: the caller hung up while no bridge held the call.</summary>
internal sealed class CallerHungUp(string message) : Exception(message);

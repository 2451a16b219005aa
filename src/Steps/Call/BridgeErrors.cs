namespace SonicBridge.Steps.Call;

/// <summary>The errors by which a bridge's task token is failed: call.asl.json replaces the bridge upon them.</summary>
internal static class BridgeErrors
{
    /// <summary>ECS reports that its task has stopped; from bridge-stopped.</summary>
    public const string Stopped = "BridgeStopped";

    /// <summary>It was told to stop, and holds the conversation until the next bridge has it; from the bridge.</summary>
    public const string Leaving = "BridgeLeaving";
}

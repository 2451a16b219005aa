namespace SonicBridge.Bridge.Sonic;

/// <summary>A tool as the model is told of it.</summary>
/// <param name="Name">By which it asks for the tool.</param>
/// <param name="Description">From which it knows when.</param>
/// <param name="InputSchema">The JSON schema of the arguments, as JSON text.</param>
internal sealed record ToolSpec(string Name, string Description, string InputSchema);

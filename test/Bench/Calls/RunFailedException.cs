namespace SonicBridge.Bench.Calls;

/// <summary>A bridge did not do what it is measured by; the message has its last words.</summary>
internal sealed class RunFailedException(string message) : Exception(message);

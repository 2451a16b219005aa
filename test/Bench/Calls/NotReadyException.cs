namespace SonicBridge.Bench.Calls;

/// <summary>Something that the measuring needs is missing; the message says how to get it.</summary>
internal sealed class NotReadyException(string message) : Exception(message);

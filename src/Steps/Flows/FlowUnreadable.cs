namespace SonicBridge.Steps.Flows;

#pragma warning disable CA1710, CA1032, CA1064 // Step Functions knows an error by its type's name.

/// <summary>A text is no flow of Connect's flow language; the message says where it is at fault.</summary>
internal sealed class FlowUnreadable(string message, Exception? innerException = null)
    : Exception(message, innerException);

/// <summary>A flow would grow beyond what Amazon Connect takes.</summary>
internal sealed class FlowTooLarge(string message) : Exception(message);

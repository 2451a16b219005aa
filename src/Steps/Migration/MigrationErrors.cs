namespace SonicBridge.Steps.Migration;

#pragma warning disable CA1710, CA1032, CA1064 // Step Functions knows an error by its type's name.

/// <summary>What a step looks for will be there soon: the state tries again after a while.</summary>
internal sealed class NotReadyYet(string message) : Exception(message);

/// <summary>The migration cannot go on; the message says why and what mends it.</summary>
internal sealed class MigrationRefused(string message, Exception? innerException = null)
    : Exception(message, innerException);

using Amazon.Lambda;
using Amazon.Lambda.Model;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Backup;

/// <summary>Whether a function can be read and changed just now.</summary>
internal static class FunctionCondition
{
    /// <exception cref="NotReadyYet">Lambda is still at an earlier change.</exception>
    public static void WaitFor(string function, LastUpdateStatus? update, State? state = null)
    {
        if (update == LastUpdateStatus.InProgress || state == State.Pending)
        {
            throw new NotReadyYet($"Lambda is still at the last change of {function}.");
        }
    }

    /// <summary>Where Lambda cannot decrypt an environment it answers an error and no variable, as if there were none.</summary>
    /// <exception cref="MigrationRefused">The environment cannot be read.</exception>
    public static void RefuseUnreadable(FunctionConfiguration function)
    {
        if (function.Environment?.Error is { } error)
        {
            throw new MigrationRefused(
                $"The environment of {function.FunctionName} cannot be read ({error.ErrorCode}: {error.Message}): allow this step's role to decrypt with {function.KMSKeyArn ?? "the function's key"} in that key's policy, and start again."
            );
        }
    }
}

using SonicBridge.Contracts;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Rollback;

/// <summary><c>deletion.json</c>: the stack whose deletion failed once and was tried again.</summary>
/// <param name="StackId">The stack.</param>
/// <param name="TriedAgain">Whether it is being tried again; false when that has failed too, so that the next rollback tries anew.</param>
internal sealed record Deletion(string StackId, bool TriedAgain)
{
    public static JsonFile<Deletion> File { get; } = new("deletion.json", MigrationJson.Default.Deletion);
}

namespace SonicBridge.Steps.Rollback;

/// <summary>
/// <c>restored.json</c>: what AWS had to give another number, since somebody had deleted it by hand and a number is never
/// given twice. A proof compares the content and takes the new name for the old one.
/// </summary>
/// <param name="Revisions">Revisions of the task definition: the ARN in the backup, and the ARN now.</param>
/// <param name="Versions">Versions of the function: the number in the backup, and the number now.</param>
internal sealed record RestoredNames(
    IReadOnlyDictionary<string, string> Revisions,
    IReadOnlyDictionary<string, string> Versions
)
{
    /// <summary>Contact flows and modules: the id in the backup, and the id now; null when there are none.</summary>
    public IReadOnlyDictionary<string, string>? Flows { get; init; }

    public static RestoredNames None { get; } = new(new Dictionary<string, string>(), new Dictionary<string, string>());

    /// <summary>What a name of now is in the backup.</summary>
    public static string Before(IReadOnlyDictionary<string, string> names, string now) =>
        names.FirstOrDefault(name => name.Value == now).Key ?? now;
}

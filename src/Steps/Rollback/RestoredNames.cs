using SonicBridge.Steps.Migration;

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

    /// <summary>Those revisions of the backup that can no longer be run; null when there are none.</summary>
    public IReadOnlyList<string>? Deregistered { get; init; }

    /// <summary>What is not byte for byte what it was, by what it is about; null when all is.</summary>
    public IReadOnlyDictionary<string, RestoredChange>? Changed { get; init; }

    /// <summary>What somebody had changed and the rollback has replaced: a sentence by the file that keeps it; null when nothing was.</summary>
    public IReadOnlyDictionary<string, string>? Kept { get; init; }

    public static RestoredNames None { get; } = new(new Dictionary<string, string>(), new Dictionary<string, string>());

    /// <summary>What a name of now is in the backup.</summary>
    public static string Before(IReadOnlyDictionary<string, string> names, string now) =>
        names.FirstOrDefault(name => name.Value == now).Key ?? now;

    /// <summary>What the steps of a rollback have noted so far.</summary>
    public static async Task<RestoredNames> ReadAsync(MigrationStore store) =>
        (await store.ReadAsync(MigrationFile.Restored, CancellationToken.None))?.Value ?? None;

    public Task WriteAsync(MigrationStore store) =>
        store.WriteAsync(MigrationFile.Restored, this, CancellationToken.None);

    /// <summary>Notes what is not what it was.</summary>
    public RestoredNames With(string about, RestoredChange change) =>
        this with
        {
            Changed = With(Changed, about, change),
        };

    /// <summary>Notes what was replaced.</summary>
    /// <param name="path">The file that keeps it.</param>
    public RestoredNames WithKept(string path, string sentence) => this with { Kept = With(Kept, path, sentence) };

    private static SortedDictionary<string, T> With<T>(IReadOnlyDictionary<string, T>? all, string key, T value) =>
        new((all ?? new Dictionary<string, T>()).ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal)
        {
            [key] = value,
        };
}

/// <summary>Something that a rollback could not bring back byte for byte.</summary>
/// <param name="What">What it is now, and what it was.</param>
/// <param name="Mend">What a person does about it.</param>
internal sealed record RestoredChange(string What, string Mend);

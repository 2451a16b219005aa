namespace SonicBridge.Contracts;

/// <summary>
/// <c>said/….json</c>, written once by a bridge: a stretch of the conversation that does not change any more. So the
/// checkpoint, which is put every second, stays short however long the call.
/// </summary>
/// <param name="Lines">As many as <see cref="Length"/>; none once the call is over.</param>
public sealed record Chapter(IReadOnlyList<TranscriptLine> Lines)
{
    /// <summary>Lines of one chapter.</summary>
    public const int Length = 32;

    /// <summary>The folder of chapters within the call's.</summary>
    public const string Folder = "said/";

    /// <summary>The name of a chapter. It carries the generation: no bridge writes over what another has kept.</summary>
    public static string NameOf(int generation, int number) => $"{Folder}g{generation}-{number:D4}.json";

    /// <summary>The file of that name.</summary>
    public static JsonFile<Chapter> File(string name) => new(name, ContractsJson.Default.Chapter);
}

using System.Reflection;
using System.Security.Cryptography;
using SonicBridge.Fuzz.Targets;

namespace SonicBridge.Fuzz.Running;

/// <summary>A target's inputs as files: those to begin with, and those that once broke something.</summary>
internal static class CorpusFolder
{
    private const string FindingPrefix = "finding-";

    /// <summary>The root of the repository that this program was built in.</summary>
    public static string Repository { get; } = Metadata("Repository");

    private static string Root { get; } = Metadata("Corpus");

    /// <summary>The target's folder in the repository.</summary>
    public static string Of(IFuzzTarget target) => Path.Join(Root, target.Name);

    /// <summary>All inputs of a folder, in the order of their names; none when there is no folder.</summary>
    public static IEnumerable<(string Name, byte[] Content)> Read(string folder) =>
        Directory.Exists(folder)
            ? Directory
                .EnumerateFiles(folder)
                .Order(StringComparer.Ordinal)
                .Select(file => (Path.GetFileName(file), File.ReadAllBytes(file)))
            : [];

    /// <summary>Keeps an input under a name that follows from it.</summary>
    /// <returns>The file.</returns>
    public static string Keep(string folder, byte[] content, bool isFinding)
    {
        Directory.CreateDirectory(folder);
        var name = Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 8));
        var file = Path.Join(folder, isFinding ? FindingPrefix + name : name);
        File.WriteAllBytes(file, content);
        return file;
    }

    private static string Metadata(string key) =>
        typeof(CorpusFolder)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(data => data.Key == key)
            .Value!;
}

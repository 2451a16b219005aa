using System.IO.Compression;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Migration;

/// <summary>The files of the Fargate deployment that the rehearsal's account begins with.</summary>
internal static class FargateFiles
{
    private static readonly string Folder = Path.Join(AppContext.BaseDirectory, "Migration", "fargate");

    // Any moment will do: the archive of the same file is the same to the byte.
    private static readonly DateTimeOffset Written = new(2025, 6, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A file with <c>${Name}</c> filled in.</summary>
    public static string Read(string name, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var text = File.ReadAllText(Path.Join(Folder, name))
            .Replace("${AWS_ACCOUNT_ID}", LocalAccount.Id, StringComparison.Ordinal)
            .Replace("${AWS_REGION}", LocalAccount.Region, StringComparison.Ordinal);
        foreach (var (placeholder, value) in values)
        {
            text = text.Replace($"${{{placeholder}}}", value, StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>The function's code as it was uploaded.</summary>
    public static byte[] FunctionCode() => Zip("index.mjs", File.ReadAllBytes(Path.Join(Folder, "index.mjs")));

    /// <summary>An archive of one file.</summary>
    public static byte[] Zip(string name, ReadOnlySpan<byte> content)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            var entry = zip.CreateEntry(name);
            entry.LastWriteTime = Written;
            using var stream = entry.Open();
            stream.Write(content);
        }

        return bytes.ToArray();
    }
}

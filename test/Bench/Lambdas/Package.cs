using System.IO.Compression;

namespace SonicBridge.Bench.Lambdas;

/// <summary>What is uploaded for the functions.</summary>
internal static class Package
{
    private const double Mebibyte = 1024 * 1024;

    // The same bytes whenever it is made.
    private static readonly DateTimeOffset s_timestamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static double Mebibytes(string file) => new FileInfo(file).Length / Mebibyte;

    /// <summary>How large a zip of one executable is, in MiB.</summary>
    public static async Task<double> ZippedMebibytesAsync(string executable, CancellationToken cancellationToken)
    {
        using var zip = new MemoryStream();
        await using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            var entry = archive.CreateEntry(Path.GetFileName(executable), CompressionLevel.Optimal);
            entry.LastWriteTime = s_timestamp;
            await using var target = await entry.OpenAsync(cancellationToken);
            await using var source = File.OpenRead(executable);
            await source.CopyToAsync(target, cancellationToken);
        }

        return zip.Length / Mebibyte;
    }
}

namespace SonicBridge.Local.Call;

/// <summary>The folder for what is left of a command. One that was made for it and got nothing is gone afterwards.</summary>
public sealed class OutputFolder : IDisposable
{
    private readonly List<DirectoryInfo> _made = [];

    private OutputFolder(DirectoryInfo folder)
    {
        for (var missing = folder; missing is { Exists: false }; missing = missing.Parent)
        {
            _made.Add(missing);
        }

        folder.Create();
        var probe = Path.Join(folder.FullName, $".{Guid.NewGuid():N}");
        using (File.Create(probe, 1, FileOptions.DeleteOnClose)) { }
    }

    /// <summary>Makes it: what cannot be kept is better not begun.</summary>
    /// <exception cref="IOException">Nothing can be written there; the message says why.</exception>
    public static OutputFolder Prepare(string path)
    {
        try
        {
            return new OutputFolder(new DirectoryInfo(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new IOException(
                $"Nothing can be written to the folder '{path}': {e.Message} Give another by --out.",
                e
            );
        }
    }

    public void Dispose()
    {
        foreach (var folder in _made)
        {
            if (!Directory.Exists(folder.FullName) || Directory.EnumerateFileSystemEntries(folder.FullName).Any())
            {
                return;
            }

            Directory.Delete(folder.FullName);
        }
    }
}

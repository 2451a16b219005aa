using SonicBridge.Steps.Backup;

namespace SonicBridge.Steps.Rollback;

/// <summary><c>proof.json</c>: what was compared after a rollback.</summary>
/// <param name="Lines">A line for each file of the backup, and for each that is there now and was not then.</param>
internal sealed record Proof(IReadOnlyList<ProofLine> Lines)
{
    /// <summary>Compares what is live with what was backed up.</summary>
    public static Proof Of(IReadOnlyList<ManifestEntry> backup, IReadOnlyList<SnapshotFile> live)
    {
        var now = live.ToDictionary(file => file.Path, file => file.Sha256, StringComparer.Ordinal);
        var added = now.Keys.Except(backup.Select(entry => entry.Path)).Order(StringComparer.Ordinal);
        return new Proof([
            .. backup.Select(entry => Compare(entry, now.GetValueOrDefault(entry.Path))),
            .. added.Select(path => new ProofLine(path, false, "is there now and was not then")),
        ]);
    }

    private static ProofLine Compare(ManifestEntry entry, string? now) =>
        now == entry.Sha256 ? new ProofLine(entry.Path, true, entry.Sha256)
        : now is null ? new ProofLine(entry.Path, false, "is gone")
        : new ProofLine(entry.Path, false, $"was {entry.Sha256} and is {now}");
}

/// <summary>One comparison.</summary>
/// <param name="Check">The file.</param>
/// <param name="Ok">Whether what is live is what was backed up.</param>
/// <param name="Detail">The SHA-256 of both, or what differs.</param>
internal sealed record ProofLine(string Check, bool Ok, string Detail);

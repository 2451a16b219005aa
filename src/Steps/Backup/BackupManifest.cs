namespace SonicBridge.Steps.Backup;

/// <summary><c>manifest.json</c>, written last: what the backup consists of.</summary>
/// <param name="SealedAt">When every file had been read back.</param>
/// <param name="Files">Every file, in the order of their paths.</param>
internal sealed record BackupManifest(DateTimeOffset SealedAt, IReadOnlyList<ManifestEntry> Files);

/// <summary>One file of a backup.</summary>
/// <param name="Path">Its path in the migration's folder.</param>
/// <param name="Sha256">The SHA-256 of its content, in hexadecimal digits.</param>
/// <param name="Bytes">Its length.</param>
internal sealed record ManifestEntry(string Path, string Sha256, long Bytes);

using System.Security.Cryptography;

namespace SonicBridge.Steps.Backup;

/// <summary>One file of a backup, as it is to be written or as it would be written now.</summary>
/// <param name="Path">Its path in the migration's folder.</param>
/// <param name="Sha256">The SHA-256 of its content, in hexadecimal digits.</param>
/// <param name="Content">What is in it; null where AWS itself tells the SHA-256 and nobody asked for more.</param>
internal sealed record SnapshotFile(string Path, string Sha256, ReadOnlyMemory<byte>? Content)
{
    public static SnapshotFile Of(string path, ReadOnlyMemory<byte> content) =>
        new(path, Convert.ToHexStringLower(SHA256.HashData(content.Span)), content);
}

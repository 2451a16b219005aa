namespace SonicBridge.Local.S3;

/// <summary>One object as it was put: its content never changes, a new put makes a new one.</summary>
public sealed record StoredObject
{
    public required string Bucket { get; init; }
    public required string Key { get; init; }
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>With its quotes: the MD5 of the content, or for a multipart upload MD5 of the parts' MD5s and their number.</summary>
    public required string ETag { get; init; }

    public required DateTimeOffset LastModified { get; init; }

    /// <summary>What the writer sent and a reader gets back: Content-Type, Cache-Control, x-amz-meta-* and so on.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The checksum that the writer sent, when it sent one.</summary>
    public ObjectChecksum? Checksum { get; init; }
}

/// <summary>A checksum of an object's whole content.</summary>
/// <param name="Algorithm">In lower case, as in <c>x-amz-checksum-crc32</c>.</param>
/// <param name="Value">Base64.</param>
public sealed record ObjectChecksum(string Algorithm, string Value);

/// <summary>What must hold for a put to succeed; by default nothing.</summary>
/// <param name="IfMatch">The ETag that must stand now.</param>
/// <param name="IfAbsent">No object may stand now.</param>
public readonly record struct PutCondition(string? IfMatch, bool IfAbsent);

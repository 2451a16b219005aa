using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.S3;

/// <summary>Checks what a writer says about its content: Content-MD5 and <c>x-amz-checksum-*</c>, in headers or trailers.</summary>
internal static class Checksums
{
    public const string Prefix = "x-amz-checksum-";

    private static readonly string[] Algorithms = ["crc32", "crc32c", "crc64nvme", "sha1", "sha256"];

    /// <returns>The checksum that was sent and holds, or null when none was sent.</returns>
    /// <exception cref="AwsException">BadDigest: it does not hold.</exception>
    public static ObjectChecksum? Check(HttpRequest request, RequestPayload payload)
    {
        CheckMd5(request.Headers.ContentMD5, payload.Bytes.Span);
        foreach (var algorithm in Algorithms)
        {
            string? sent = request.Headers[Prefix + algorithm];
            sent ??= payload.Trailers.GetValueOrDefault(Prefix + algorithm);
            if (sent is null)
            {
                continue;
            }

            return sent == Convert.ToBase64String(Compute(algorithm, payload.Bytes.Span))
                ? new ObjectChecksum(algorithm, sent)
                : throw new AwsException(
                    "BadDigest",
                    $"The {algorithm.ToUpperInvariant()} you specified did not match the calculated checksum."
                );
        }

        return null;
    }

#pragma warning disable CA5350, CA5351 // S3's own algorithms: checks against damage, not against forgery.
    private static void CheckMd5(string? sent, ReadOnlySpan<byte> content)
    {
        if (sent is not null && sent != Convert.ToBase64String(MD5.HashData(content)))
        {
            throw new AwsException("BadDigest", "The Content-MD5 you specified did not match what we received.");
        }
    }

    private static byte[] Compute(string algorithm, ReadOnlySpan<byte> content) =>
        algorithm switch
        {
            "crc32" => ReflectedCrc.Crc32.HashData(content),
            "crc32c" => ReflectedCrc.Crc32C.HashData(content),
            "crc64nvme" => ReflectedCrc.Crc64Nvme.HashData(content),
            "sha1" => SHA1.HashData(content),
            _ => SHA256.HashData(content),
        };
#pragma warning restore CA5350, CA5351
}

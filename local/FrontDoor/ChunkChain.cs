using System.Security.Cryptography;
using System.Text;

namespace SonicBridge.Local.FrontDoor;

/// <summary>The chain of signatures over an <c>aws-chunked</c> body: each chunk's covers the one before.</summary>
internal sealed class ChunkChain(SigningKey key, SignedRequest seed)
{
    private static readonly string EmptyHash = Convert.ToHexStringLower(SHA256.HashData([]));

    private string _previous = seed.Signature;

    public bool Accepts(ReadOnlySpan<byte> data, string? signature)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(data));
        return Follows("AWS4-HMAC-SHA256-PAYLOAD", $"{EmptyHash}\n{hash}", signature);
    }

    /// <param name="trailers">Each as <c>name:value\n</c>.</param>
    public bool AcceptsTrailers(string trailers, string? signature)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(trailers)));
        return Follows("AWS4-HMAC-SHA256-TRAILER", hash, signature);
    }

    private bool Follows(string algorithm, string hashes, string? signature)
    {
        var expected = key.Sign($"{algorithm}\n{seed.Date}\n{seed.Scope}\n{_previous}\n{hashes}");
        _previous = expected;
        return SignatureText.AreEqual(expected, signature);
    }
}

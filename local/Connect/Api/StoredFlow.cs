using System.Security.Cryptography;
using System.Text;

namespace SonicBridge.Local.Connect.Api;

/// <summary>A contact flow or a module as Connect keeps it: what callers get, and what an author works on.</summary>
/// <param name="Type">Such as <c>CONTACT_FLOW</c>; null for a module.</param>
/// <param name="Published">What callers get; null when it was never published.</param>
/// <param name="Saved">What was written last, published or not.</param>
public sealed record StoredFlow(
    string Id,
    string Arn,
    string Name,
    string? Type,
    string Description,
    string State,
    string? Published,
    string Saved,
    IReadOnlyDictionary<string, string> Tags,
    DateTimeOffset LastModified
)
{
    /// <summary>The SHA-256 of a content, as the API tells it.</summary>
    public static string HashOf(string content) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
}

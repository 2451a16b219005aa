using System.Security.Cryptography;
using System.Text;
using SonicBridge.Contracts;

namespace SonicBridge.Steps.Verify;

/// <summary>The names of a migration's synthetic call, the same whenever they are asked for.</summary>
internal static class CanaryNames
{
    // By Kinesis Video's model.
    private const int LongestName = 256;

    /// <summary>The stream that stands in for Amazon Connect's.</summary>
    public static string StreamOf(string migration)
    {
        var name = $"nova-sonic-canary-{string.Concat(migration.Select(Allowed))}";
        return name[..Math.Min(name.Length, LongestName)];
    }

    /// <summary>The contact id of the migration's first, second … synthetic call: a name-based UUID (RFC 9562, version 8).</summary>
    public static ContactId ContactOf(string migration, int number)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{StreamOf(migration)}/{number}"))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return ContactId.Parse(new Guid(bytes, bigEndian: true).ToString("D"));
    }

    private static char Allowed(char character) =>
        char.IsAsciiLetterOrDigit(character) || character is '_' or '.' or '-' ? character : '-';
}

using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace SonicBridge.Local.FrontDoor;

/// <summary>Compares signatures in constant time.</summary>
internal static class SignatureText
{
    public static bool AreEqual(string expected, string? actual) =>
        CryptographicOperations.FixedTimeEquals(
            MemoryMarshal.AsBytes(expected.AsSpan()),
            MemoryMarshal.AsBytes(actual.AsSpan())
        );
}

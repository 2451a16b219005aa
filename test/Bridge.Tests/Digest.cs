using System.Security.Cryptography;

namespace SonicBridge.Bridge.Tests;

/// <summary>Bytes in short: two sounds that differ need not be printed whole.</summary>
internal static class Digest
{
    public static string Of(byte[] bytes) => $"{bytes.Length} bytes, {Convert.ToHexString(SHA256.HashData(bytes))}";
}

using System.Security.Cryptography;
using System.Text;

namespace SonicBridge.Local.FrontDoor;

/// <summary>Signature Version 4's key of a day, region and service, and what it signs.</summary>
public sealed class SigningKey
{
    private readonly byte[] _key;

    private SigningKey(byte[] key) => _key = key;

    /// <summary>What a client signs with for a scope.</summary>
    public static SigningKey Of(CredentialScope scope, ClientKey client)
    {
        var day = Hash(Encoding.UTF8.GetBytes("AWS4" + client.SecretAccessKey), scope.Date);
        return new SigningKey(Hash(Hash(Hash(day, scope.Region), scope.Service), "aws4_request"));
    }

    /// <summary>Signs a text.</summary>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public string Sign(string text) => Convert.ToHexStringLower(Hash(_key, text));

    private static byte[] Hash(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}

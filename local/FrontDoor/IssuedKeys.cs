using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace SonicBridge.Local.FrontDoor;

/// <summary>
/// Keys that the front door gave out, each to one holder, as ECS gives each task credentials of its own: by them a
/// service knows who speaks.
/// </summary>
public sealed class IssuedKeys
{
    private const int IdBytes = 8;
    private const int SecretBytes = 20;

    private readonly ConcurrentDictionary<string, ClientKey> _keys = new(StringComparer.Ordinal);

    /// <summary>Gives out a key that nobody had before.</summary>
    /// <param name="holder">For whom it speaks.</param>
    public ClientKey Issue(string holder)
    {
        var key = new ClientKey(
            $"ASIA{Convert.ToHexString(RandomNumberGenerator.GetBytes(IdBytes))}",
            Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes)),
            LocalAccount.Region
        )
        {
            Holder = holder,
        };
        _keys[key.AccessKeyId] = key;
        return key;
    }

    internal ClientKey? Find(string accessKeyId) => _keys.GetValueOrDefault(accessKeyId);
}

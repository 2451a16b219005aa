namespace SonicBridge.Local.FrontDoor;

/// <summary>An access key that the front door knows, and the region that its requests are signed for.</summary>
public sealed record ClientKey(string AccessKeyId, string SecretAccessKey, string Region)
{
    /// <summary>The local account's, which opens nothing else.</summary>
    public static ClientKey Local { get; } =
        new(LocalAccount.AccessKeyId, LocalAccount.SecretAccessKey, LocalAccount.Region);

    /// <summary>For whom it speaks, where it was given out to one; null for a key that many share.</summary>
    public string? Holder { get; init; }

    /// <summary>Without the secret.</summary>
    public override string ToString() => $"{AccessKeyId} in {Region}";
}

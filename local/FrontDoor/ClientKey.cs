namespace SonicBridge.Local.FrontDoor;

/// <summary>An access key that the front door knows, and the region that its requests are signed for.</summary>
public sealed record ClientKey(string AccessKeyId, string SecretAccessKey, string Region)
{
    /// <summary>The local account's, which opens nothing else.</summary>
    public static ClientKey Local { get; } =
        new(LocalAccount.AccessKeyId, LocalAccount.SecretAccessKey, LocalAccount.Region);

    /// <summary>Without the secret.</summary>
    public override string ToString() => $"{AccessKeyId} in {Region}";
}

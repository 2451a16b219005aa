namespace SonicBridge.Local.FrontDoor;

/// <summary>The one account behind the front door, with credentials that open nothing else.</summary>
public static class LocalAccount
{
    public const string AccessKeyId = "local";
    public const string SecretAccessKey = "local-secret";
    public const string Region = "us-east-1";
    public const string Id = "000000000000";

    /// <summary>An ARN of this account and region, such as <c>arn:aws:ecs:us-east-1:000000000000:cluster/name</c>.</summary>
    public static string Arn(string service, string resource) => $"arn:aws:{service}:{Region}:{Id}:{resource}";
}

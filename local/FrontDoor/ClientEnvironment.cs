namespace SonicBridge.Local.FrontDoor;

/// <summary>The environment variables by which every AWS SDK and the <c>aws</c> CLI find the front door.</summary>
internal static class ClientEnvironment
{
    // The names after AWS_ENDPOINT_URL_ are the services' ids in AWS's models.
    private static readonly string[] Services =
    [
        "S3",
        "SFN",
        "ECS",
        "LAMBDA",
        "KINESIS_VIDEO",
        "KINESIS_VIDEO_MEDIA",
        "CONNECT",
        "CLOUDFORMATION",
        "EC2",
        "ELASTIC_LOAD_BALANCING_V2",
        "AUTO_SCALING",
        "IAM",
        "STS",
        "ECR",
        "CLOUDWATCH_LOGS",
        "CLOUDWATCH",
        "EVENTBRIDGE",
        "SNS",
        "SSM",
        "KMS",
    ];

    /// <summary>What to write before <c>aws</c> in a shell, so that it finds the front door.</summary>
    public static string ForShell(Uri http) =>
        $"AWS_ACCESS_KEY_ID={LocalAccount.AccessKeyId} AWS_SECRET_ACCESS_KEY={LocalAccount.SecretAccessKey} AWS_REGION={LocalAccount.Region} AWS_DEFAULT_REGION={LocalAccount.Region} aws --endpoint-url {http}";

    public static Dictionary<string, string> Of(Uri http, Uri http2)
    {
        var variables = Services.ToDictionary(
            static service => $"AWS_ENDPOINT_URL_{service}",
            _ => http.GetLeftPart(UriPartial.Authority),
            StringComparer.Ordinal
        );
        variables["AWS_ENDPOINT_URL_BEDROCK_RUNTIME"] = http2.GetLeftPart(UriPartial.Authority);
        variables["AWS_ACCESS_KEY_ID"] = LocalAccount.AccessKeyId;
        variables["AWS_SECRET_ACCESS_KEY"] = LocalAccount.SecretAccessKey;
        variables["AWS_REGION"] = LocalAccount.Region;
        variables["AWS_DEFAULT_REGION"] = LocalAccount.Region;
        // There is no instance to ask for credentials: an SDK that finds none must say so at once.
        variables["AWS_EC2_METADATA_DISABLED"] = "true";
        return variables;
    }
}

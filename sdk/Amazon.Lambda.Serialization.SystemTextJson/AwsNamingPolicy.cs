using System.Text.Json;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>Names as the policy it wraps has them, or else as in C#, but for two headers of AWS's own.</summary>
public class AwsNamingPolicy : JsonNamingPolicy
{
    private readonly JsonNamingPolicy fallback;

    public AwsNamingPolicy() { }

    public AwsNamingPolicy(JsonNamingPolicy fallbackNamingPolicy) => fallback = fallbackNamingPolicy;

    public override string ConvertName(string name) =>
        name switch
        {
            "XAmzId2" => "x-amz-id-2",
            "XAmzRequestId" => "x-amz-request-id",
            _ => fallback?.ConvertName(name) ?? name,
        };
}

using Microsoft.AspNetCore.Http;

namespace SonicBridge.Local.FrontDoor;

/// <summary>How a service writes its errors.</summary>
public enum AwsProtocol
{
    /// <summary>JSON with <c>X-Amz-Target</c>: <c>{"__type","message"}</c>.</summary>
    Json,

    /// <summary>JSON by path: <c>x-amzn-ErrorType</c> and <c>{"message"}</c>.</summary>
    RestJson,

    /// <summary>S3's <c>&lt;Error&gt;</c> document.</summary>
    RestXml,

    /// <summary>A form in, <c>&lt;ErrorResponse&gt;</c> out.</summary>
    Query,
}

/// <summary>Finds the protocol that a client expects its errors in.</summary>
internal static class AwsProtocols
{
    /// <param name="signingName">The service in the request's credential scope, when that could be read.</param>
    public static AwsProtocol Of(string? signingName, HttpRequest request) =>
        signingName switch
        {
            "s3" => AwsProtocol.RestXml,
            "lambda" or "bedrock" or "kinesisvideo" or "connect" => AwsProtocol.RestJson,
            "ecs" or "states" => AwsProtocol.Json,
            _ => ByShape(request),
        };

    private static AwsProtocol ByShape(HttpRequest request)
    {
        if (request.Headers.ContainsKey("x-amz-target"))
        {
            return AwsProtocol.Json;
        }

        return request.ContentType switch
        {
            { } type when type.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) =>
                AwsProtocol.Query,
            { } type when type.Contains("json", StringComparison.OrdinalIgnoreCase) => AwsProtocol.RestJson,
            // Its errors would be CBOR too; a client reads the status of this one.
            { } type when type.Contains("cbor", StringComparison.OrdinalIgnoreCase) => AwsProtocol.Json,
            _ => AwsProtocol.RestXml,
        };
    }
}

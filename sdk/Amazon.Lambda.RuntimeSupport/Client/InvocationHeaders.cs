using System.Globalization;
using System.Net.Http.Headers;

namespace Amazon.Lambda.RuntimeSupport.Client;

/// <summary>What the Runtime API says of an event in its headers.</summary>
internal sealed class InvocationHeaders
{
    public InvocationHeaders(HttpResponseHeaders headers)
    {
        AwsRequestId =
            Value(headers, "Lambda-Runtime-Aws-Request-Id")
            ?? throw new InvalidOperationException(
                "The Runtime API gave an event without the header Lambda-Runtime-Aws-Request-Id."
            );
        InvokedFunctionArn = Value(headers, "Lambda-Runtime-Invoked-Function-Arn");
        TraceId = Value(headers, "Lambda-Runtime-Trace-Id");
        TenantId = Value(headers, "Lambda-Runtime-Aws-Tenant-Id");
        ClientContextJson = Value(headers, "Lambda-Runtime-Client-Context");
        CognitoIdentityJson = Value(headers, "Lambda-Runtime-Cognito-Identity");
        _ = long.TryParse(
            Value(headers, "Lambda-Runtime-Deadline-Ms"),
            CultureInfo.InvariantCulture,
            out var milliseconds
        );
        Deadline = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
    }

    public string AwsRequestId { get; }

    public string InvokedFunctionArn { get; }

    public string TraceId { get; }

    public string TenantId { get; }

    public string ClientContextJson { get; }

    public string CognitoIdentityJson { get; }

    public DateTimeOffset Deadline { get; }

    private static string Value(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.First() : null;
}

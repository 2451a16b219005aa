using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport.Context;

/// <summary>An identity, as the header Lambda-Runtime-Cognito-Identity has it; empty without one.</summary>
internal sealed record CognitoIdentity(string IdentityId, string IdentityPoolId) : ICognitoIdentity
{
    public static CognitoIdentity Parse(string json)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return new CognitoIdentity(null, null);
        }

        using var document = JsonDocument.Parse(json);
        return new CognitoIdentity(
            Text(document.RootElement, "cognitoIdentityId"),
            Text(document.RootElement, "cognitoIdentityPoolId")
        );
    }

    private static string Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value.GetString() : null;
}

using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace SonicBridge.Local.FrontDoor;

/// <summary>What a request says about its own signature, in its Authorization header or, presigned, in its query.</summary>
/// <param name="Date"><c>yyyyMMddTHHmmssZ</c>.</param>
/// <param name="SignedHeaders">Lower case, as listed.</param>
/// <param name="Lifetime">How long a presigned address holds; null with a header.</param>
internal sealed record SignatureClaim(
    string AccessKeyId,
    CredentialScope Scope,
    string Date,
    DateTimeOffset SignedAt,
    string[] SignedHeaders,
    string Signature,
    TimeSpan? Lifetime
)
{
    public const string Algorithm = "AWS4-HMAC-SHA256";

    /// <summary>The longest life of a presigned address: seven days.</summary>
    private const int MaxLifetimeSeconds = 604800;

    public bool IsPresigned => Lifetime is not null;

    /// <summary>Reads the claim.</summary>
    /// <param name="fault">What is wrong when there is none.</param>
    /// <param name="message">A sentence that says so.</param>
    public static SignatureClaim? Read(HttpRequest request, out SignatureFault fault, out string message)
    {
        if (request.Headers.Authorization is [{ Length: > 0 } header, ..])
        {
            return ReadHeader(request, header, out fault, out message);
        }

        if (request.Query.ContainsKey("X-Amz-Signature"))
        {
            return ReadQuery(request.Query, out fault, out message);
        }

        fault = SignatureFault.Missing;
        message =
            "The request is not signed: sign it with Signature Version 4 and the credentials "
            + $"AWS_ACCESS_KEY_ID={LocalAccount.AccessKeyId} AWS_SECRET_ACCESS_KEY={LocalAccount.SecretAccessKey}.";
        return null;
    }

    private static SignatureClaim? ReadHeader(
        HttpRequest request,
        string header,
        out SignatureFault fault,
        out string message
    )
    {
        if (!header.StartsWith(Algorithm + " ", StringComparison.Ordinal))
        {
            fault = SignatureFault.Malformed;
            message = $"The Authorization header must begin with '{Algorithm}'.";
            return null;
        }

        string? credential = null;
        string? signedHeaders = null;
        string? signature = null;
        foreach (var part in header[Algorithm.Length..].Split(',', StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var value = part[(equals + 1)..];
            switch (part[..Math.Max(equals, 0)])
            {
                case "Credential":
                    credential = value;
                    break;
                case "SignedHeaders":
                    signedHeaders = value;
                    break;
                case "Signature":
                    signature = value;
                    break;
            }
        }

        return Make(
            credential,
            request.Headers["x-amz-date"],
            signedHeaders,
            signature,
            lifetime: null,
            out fault,
            out message
        );
    }

    private static SignatureClaim? ReadQuery(IQueryCollection query, out SignatureFault fault, out string message)
    {
        fault = SignatureFault.Malformed;
        if (query["X-Amz-Algorithm"] != Algorithm)
        {
            message = $"X-Amz-Algorithm must be '{Algorithm}'.";
            return null;
        }

        if (
            !int.TryParse(query["X-Amz-Expires"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds is < 1 or > MaxLifetimeSeconds
        )
        {
            message = $"X-Amz-Expires must be a number of seconds from 1 to {MaxLifetimeSeconds}.";
            return null;
        }

        return Make(
            query["X-Amz-Credential"],
            query["X-Amz-Date"],
            query["X-Amz-SignedHeaders"],
            query["X-Amz-Signature"],
            TimeSpan.FromSeconds(seconds),
            out fault,
            out message
        );
    }

    private static SignatureClaim? Make(
        string? credential,
        string? date,
        string? signedHeaders,
        string? signature,
        TimeSpan? lifetime,
        out SignatureFault fault,
        out string message
    )
    {
        fault = SignatureFault.Malformed;
        if (credential is null || !CredentialScope.TryParse(credential, out var accessKeyId, out var scope))
        {
            message = "The Credential is not of the form <access key>/<yyyyMMdd>/<region>/<service>/aws4_request.";
            return null;
        }

        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (
            !DateTimeOffset.TryParseExact(
                date,
                "yyyyMMdd'T'HHmmss'Z'",
                CultureInfo.InvariantCulture,
                Utc,
                out var signedAt
            )
        )
        {
            message = "X-Amz-Date is missing or not of the form yyyyMMddTHHmmssZ.";
            return null;
        }

        if (!date.StartsWith(scope.Date, StringComparison.Ordinal))
        {
            message = $"The Credential is for {scope.Date} but X-Amz-Date is {date}.";
            return null;
        }

        if (signature is not { Length: 64 } || string.IsNullOrEmpty(signedHeaders))
        {
            message = "The Authorization needs SignedHeaders and a Signature of 64 hexadecimal digits.";
            return null;
        }

        message = "";
        return new SignatureClaim(accessKeyId, scope, date, signedAt, signedHeaders.Split(';'), signature, lifetime);
    }
}

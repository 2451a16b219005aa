using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SonicBridge.Local.FrontDoor;

/// <summary>Signs requests of the local account, in their headers or, for an address to hand out, in its query.</summary>
internal static class RequestSigner
{
    private const string Unsigned = "UNSIGNED-PAYLOAD";

    /// <summary>Adds the headers of Signature Version 4; <c>x-amz-content-sha256</c> is there already.</summary>
    public static void Sign(HttpRequestMessage request, string service, DateTimeOffset now)
    {
        var address = request.RequestUri!;
        var (date, scope) = Scope(service, now);
        request.Headers.Add("x-amz-date", date);
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["host"] = address.Authority };
        foreach (var (name, values) in request.Headers)
        {
            headers[name.ToLowerInvariant()] = string.Join(',', values);
        }

        var hash = headers["x-amz-content-sha256"];
        var signature = Signature(request.Method, address, headers, hash, date, scope);
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"{SignatureClaim.Algorithm} Credential={LocalAccount.AccessKeyId}/{scope}, "
                + $"SignedHeaders={string.Join(';', headers.Keys)}, Signature={signature}"
        );
    }

    /// <summary>An address of an object in S3 that anyone may get for a while.</summary>
    public static Uri Presign(Uri address, TimeSpan lifetime, DateTimeOffset now)
    {
        var (date, scope) = Scope("s3", now);
        var query = string.Join(
            '&',
            $"X-Amz-Algorithm={SignatureClaim.Algorithm}",
            $"X-Amz-Credential={Uri.EscapeDataString($"{LocalAccount.AccessKeyId}/{scope}")}",
            $"X-Amz-Date={date}",
            string.Create(CultureInfo.InvariantCulture, $"X-Amz-Expires={lifetime.TotalSeconds:0}"),
            "X-Amz-SignedHeaders=host"
        );
        var unsigned = new UriBuilder(address) { Query = query }.Uri;
        var headers = new SortedDictionary<string, string> { ["host"] = address.Authority };
        var signature = Signature(HttpMethod.Get, unsigned, headers, Unsigned, date, scope);
        return new UriBuilder(unsigned) { Query = $"{query}&X-Amz-Signature={signature}" }.Uri;
    }

    private static (string Date, CredentialScope Scope) Scope(string service, DateTimeOffset now)
    {
        var date = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        return (date, new CredentialScope(date[..8], LocalAccount.Region, service));
    }

    private static string Signature(
        HttpMethod method,
        Uri address,
        SortedDictionary<string, string> headers,
        string hash,
        string date,
        CredentialScope scope
    )
    {
        var text = new StringBuilder()
            .Append(method.Method)
            .Append('\n')
            .Append(CanonicalRequest.Path(address.AbsolutePath, scope.Service))
            .Append('\n')
            .Append(CanonicalRequest.Query(address.Query.TrimStart('?')))
            .Append('\n');
        foreach (var (name, value) in headers)
        {
            text.Append(name).Append(':').Append(value).Append('\n');
        }

        text.Append('\n').AppendJoin(';', headers.Keys).Append('\n').Append(hash);
        var canonical = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        return SigningKey.Of(scope, ClientKey.Local).Sign($"{SignatureClaim.Algorithm}\n{date}\n{scope}\n{canonical}");
    }
}

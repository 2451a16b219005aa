using System.Security.Cryptography;
using System.Text;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Tests.FrontDoor;

/// <summary>Signs requests by hand, so that a test can send what no SDK would.</summary>
internal sealed class HandSigner
{
    public string Service { get; init; } = "states";
    public string Region { get; init; } = LocalAccount.Region;
    public string AccessKeyId { get; init; } = LocalAccount.AccessKeyId;
    public string Secret { get; init; } = LocalAccount.SecretAccessKey;

    /// <summary>The name under which the host is signed.</summary>
    public string HostName { get; init; } = "host";
    public DateTimeOffset Now { get; init; } = DateTimeOffset.UtcNow;

    public string Date => Now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'");
    public string Scope => $"{Date[..8]}/{Region}/{Service}/aws4_request";

    public static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>A signed POST, or PUT for S3, of these bytes.</summary>
    /// <param name="sent">What is sent in place of what was signed.</param>
    public HttpRequestMessage Sign(
        Uri address,
        byte[] body,
        string? payloadHash = null,
        byte[]? sent = null,
        Dictionary<string, string>? more = null
    )
    {
        payloadHash ??= HashOf(body);
        var headers = new SortedDictionary<string, string>(more ?? [], StringComparer.Ordinal)
        {
            [HostName] = address.Authority,
            ["x-amz-date"] = Date,
            ["x-amz-content-sha256"] = payloadHash,
        };
        var method = Service == "s3" ? HttpMethod.Put : HttpMethod.Post;
        var lines = string.Concat(headers.Select(static header => $"{header.Key}:{header.Value}\n"));
        var names = string.Join(';', headers.Keys);
        var canonical =
            $"{method}\n{address.AbsolutePath}\n{address.Query.TrimStart('?')}\n{lines}\n{names}\n{payloadHash}";
        var hash = HashOf(Encoding.UTF8.GetBytes(canonical));
        var signature = Sign($"AWS4-HMAC-SHA256\n{Date}\n{Scope}\n{hash}");

        var request = new HttpRequestMessage(method, address) { Content = new ByteArrayContent(sent ?? body) };
        foreach (var (name, value) in headers.Where(static header => !header.Key.StartsWith(':')))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Headers.TryAddWithoutValidation(
            "authorization",
            $"AWS4-HMAC-SHA256 Credential={AccessKeyId}/{Scope}, SignedHeaders={names}, Signature={signature}"
        );
        return request;
    }

    /// <summary>The signature of a text, in hexadecimal.</summary>
    public string Sign(string text)
    {
        var key = Encoding.UTF8.GetBytes("AWS4" + Secret);
        foreach (var part in Scope.Split('/'))
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        }

        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));
    }
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace SonicBridge.Sdk.Tests.Aws;

/// <summary>A request as it came over the wire.</summary>
internal sealed partial record SentRequest(
    string Method,
    string Target,
    IReadOnlyDictionary<string, string> Headers,
    byte[] Body
)
{
    public string Path => Target.Split('?')[0];

    /// <summary>The query's names and values, decoded.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query =>
        [
            .. QueryItems()
                .Select(item =>
                    KeyValuePair.Create(
                        Uri.UnescapeDataString(item[0]),
                        Uri.UnescapeDataString(item.ElementAtOrDefault(1) ?? "")
                    )
                ),
        ];

    /// <summary>The fields of a form that was sent as the body.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Form =>
        [
            .. Encoding
                .UTF8.GetString(Body)
                .Split('&')
                .Select(item => item.Split('=', 2))
                .Select(item => KeyValuePair.Create(Uri.UnescapeDataString(item[0]), Uri.UnescapeDataString(item[1]))),
        ];

    public JsonNode Json => JsonNode.Parse(Body)!;

    /// <summary>The request's signature, as hex.</summary>
    public string Signature => Authorization().Groups["signature"].Value;

    /// <summary>The credential's scope: date/region/service/aws4_request.</summary>
    public string Scope => Authorization().Groups["scope"].Value;

    public static async Task<SentRequest> ReadAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        return Of(request, body.ToArray());
    }

    public static SentRequest Of(HttpRequest request, byte[] body) =>
        new(
            request.Method,
            request.HttpContext.Features.Get<IHttpRequestFeature>()!.RawTarget,
            request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body
        );

    /// <summary>Signs the request again, by AWS's description of Signature Version 4, and compares.</summary>
    public void ShouldBeSignedWith(string secret)
    {
        var claim = Authorization();
        var signed = claim.Groups["headers"].Value.Split(';');
        var headers = string.Concat(signed.Select(name => $"{name}:{Headers[name].Trim()}\n"));
        var payload = Headers.GetValueOrDefault("x-amz-content-sha256") ?? Hex(SHA256.HashData(Body));
        // Every service but S3 signs the path encoded once more.
        var path = string.Join('/', Path.Split('/').Select(Uri.EscapeDataString));
        var query = string.Join(
            '&',
            QueryItems().Select(item => $"{item[0]}={item.ElementAtOrDefault(1)}").Order(StringComparer.Ordinal)
        );
        var canonical = $"{Method}\n{path}\n{query}\n{headers}\n{string.Join(';', signed)}\n{payload}";
        var text =
            $"AWS4-HMAC-SHA256\n{Headers["x-amz-date"]}\n{Scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        Hex(HMACSHA256.HashData(SigningKey(secret, Scope), Encoding.UTF8.GetBytes(text))).ShouldBe(Signature);
    }

    public static byte[] SigningKey(string secret, string scope) =>
        scope
            .Split('/')
            .Aggregate(
                Encoding.UTF8.GetBytes("AWS4" + secret),
                (key, part) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part))
            );

    private IEnumerable<string[]> QueryItems() =>
        Target.Split('?').Skip(1).SelectMany(query => query.Split('&')).Select(item => item.Split('=', 2));

    private Match Authorization() => AuthorizationHeader().Match(Headers["authorization"]);

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    [GeneratedRegex(
        "^AWS4-HMAC-SHA256 Credential=(?<key>[^/]+)/(?<scope>[^,]+), ?SignedHeaders=(?<headers>[^,]+), ?Signature=(?<signature>[0-9a-f]{64})$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex AuthorizationHeader();
}

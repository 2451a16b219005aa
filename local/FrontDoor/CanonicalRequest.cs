using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace SonicBridge.Local.FrontDoor;

/// <summary>The form of a request that Signature Version 4 signs, rebuilt from the bytes that arrived.</summary>
internal static class CanonicalRequest
{
    /// <summary>What the JavaScript SDK signs over HTTP/2 in place of host.</summary>
    public const string Authority = ":authority";

    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    /// <summary>The text whose signature the request carries.</summary>
    public static string StringToSign(HttpRequest request, SignatureClaim claim, string payloadHash)
    {
        var target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var question = target.IndexOf('?', StringComparison.Ordinal);
        var path = question < 0 ? target : target[..question];
        var query = question < 0 ? "" : target[(question + 1)..];

        var text = new StringBuilder()
            .Append(request.Method)
            .Append('\n')
            .Append(Path(path, claim.Scope.Service))
            .Append('\n')
            .Append(Query(query))
            .Append('\n');
        foreach (var name in claim.SignedHeaders)
        {
            var header = name == Authority ? HeaderNames.Host : name;
            text.Append(name).Append(':').AppendJoin(',', request.Headers[header].Select(Collapse)).Append('\n');
        }

        text.Append('\n').AppendJoin(';', claim.SignedHeaders).Append('\n').Append(payloadHash);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
        return $"{SignatureClaim.Algorithm}\n{claim.Date}\n{claim.Scope}\n{Convert.ToHexStringLower(hash)}";
    }

    /// <summary>S3 signs the path encoded once; the others sign it encoded once more than it was sent.</summary>
    internal static string Path(string path, string service) =>
        Encode(service == "s3" ? Decode(path) : Encoding.UTF8.GetBytes(path), keepSlash: true);

    /// <summary>Sorted by name, then by value, without the signature itself.</summary>
    internal static string Query(string query)
    {
        var pairs = query
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair =>
            {
                var equals = pair.IndexOf('=', StringComparison.Ordinal);
                var name = equals < 0 ? pair : pair[..equals];
                var value = equals < 0 ? "" : pair[(equals + 1)..];
                return (Name: Encode(Decode(name), keepSlash: false), Value: Encode(Decode(value), keepSlash: false));
            })
            .Where(static pair => pair.Name != "X-Amz-Signature")
            .OrderBy(static pair => pair.Name, StringComparer.Ordinal)
            .ThenBy(static pair => pair.Value, StringComparer.Ordinal)
            .Select(static pair => $"{pair.Name}={pair.Value}");
        return string.Join('&', pairs);
    }

    /// <summary>Trims a header's value and makes each run of spaces one.</summary>
    private static string Collapse(string? value) =>
        string.Join(' ', (value ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static byte[] Decode(string text)
    {
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (
                text[i] == '%'
                && i + 2 < text.Length
                && byte.TryParse(
                    text.AsSpan(i + 1, 2),
                    NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture,
                    out bytes[length]
                )
            )
            {
                length++;
                i += 2;
            }
            else
            {
                length += Encoding.UTF8.GetBytes(text.AsSpan(i, 1), bytes.AsSpan(length));
            }
        }

        return bytes[..length];
    }

    private static string Encode(byte[] bytes, bool keepSlash)
    {
        var text = new StringBuilder(bytes.Length + 16);
        foreach (var value in bytes)
        {
            var character = (char)value;
            if (Unreserved.Contains(character, StringComparison.Ordinal) || (keepSlash && character == '/'))
            {
                text.Append(character);
            }
            else
            {
                text.Append('%').Append(value.ToString("X2", CultureInfo.InvariantCulture));
            }
        }

        return text.ToString();
    }
}

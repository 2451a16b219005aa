using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;

namespace SonicBridge.Local.FrontDoor;

/// <summary>Calls the services behind a front door as any client does, by signed requests.</summary>
/// <param name="door">The door's address for HTTP/1.1.</param>
public sealed class DoorClient(Uri door, TimeProvider clock) : IDisposable
{
    private readonly HttpClient _http = new();

    /// <summary>Calls a service that speaks JSON with <c>X-Amz-Target</c>.</summary>
    /// <exception cref="AwsException">The service refused.</exception>
    public async Task<JsonObject> JsonAsync(
        string service,
        string target,
        JsonObject body,
        CancellationToken cancellationToken
    )
    {
        using var request = Request(HttpMethod.Post, "/", Bytes(body), "application/x-amz-json-1.1");
        request.Headers.Add("x-amz-target", target);
        return Parse(await SendAsync(service, request, cancellationToken));
    }

    /// <summary>Calls a service that speaks JSON by method and path.</summary>
    /// <exception cref="AwsException">The service refused.</exception>
    public async Task<JsonObject> RestAsync(
        string service,
        HttpMethod method,
        string pathAndQuery,
        JsonObject? body,
        CancellationToken cancellationToken
    )
    {
        using var request = Request(method, pathAndQuery, body is null ? [] : Bytes(body), "application/json");
        return Parse(await SendAsync(service, request, cancellationToken));
    }

    /// <summary>Calls a service that takes a form and answers XML.</summary>
    /// <exception cref="AwsException">The service refused.</exception>
    public async Task<XElement> QueryAsync(
        string service,
        IReadOnlyDictionary<string, string> form,
        CancellationToken cancellationToken
    )
    {
        var text = string.Join('&', form.Select(static pair => $"{Encode(pair.Key)}={Encode(pair.Value)}"));
        using var request = Request(
            HttpMethod.Post,
            "/",
            Encoding.UTF8.GetBytes(text),
            "application/x-www-form-urlencoded"
        );
        return XElement.Parse(Encoding.UTF8.GetString(await SendAsync(service, request, cancellationToken)));
    }

    public void Dispose() => _http.Dispose();

    private static string Encode(string text) => Uri.EscapeDataString(text);

    private static byte[] Bytes(JsonObject body) => Encoding.UTF8.GetBytes(body.ToJsonString());

    private static JsonObject Parse(byte[] body) => body.Length == 0 ? [] : JsonNode.Parse(body) as JsonObject ?? [];

    private HttpRequestMessage Request(HttpMethod method, string target, byte[] body, string contentType)
    {
        var request = new HttpRequestMessage(method, new Uri(door, target)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        var hash = Convert.ToHexStringLower(SHA256.HashData(body));
        request.Headers.Add("x-amz-content-sha256", hash);
        return request;
    }

    private async Task<byte[]> SendAsync(
        string service,
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        RequestSigner.Sign(request, service, clock.GetUtcNow());
        using var response = await _http.SendAsync(request, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return response.IsSuccessStatusCode ? body : throw Refusal(response, body);
    }

    private static AwsException Refusal(HttpResponseMessage response, byte[] body)
    {
        var text = Encoding.UTF8.GetString(body);
        var (code, message) = text.StartsWith('<') ? OfXml(text) : OfJson(text);
        if (response.Headers.TryGetValues("x-amzn-ErrorType", out var types))
        {
            code = types.First();
        }

        return new AwsException(code ?? $"Http{(int)response.StatusCode}", message ?? text, (int)response.StatusCode);
    }

    private static (string? Code, string? Message) OfXml(string text)
    {
        XElement error;
        try
        {
            error = XElement.Parse(text);
        }
        catch (XmlException)
        {
            // A page for people, which no service of AWS would send.
            return (null, null);
        }

        return (Named("Code"), Named("Message"));

        string? Named(string name) => error.Descendants().FirstOrDefault(e => e.Name.LocalName == name)?.Value;
    }

    private static (string? Code, string? Message) OfJson(string text)
    {
        try
        {
            var error = JsonNode.Parse(text) as JsonObject;
            var code = (string?)error?["__type"];
            return (code?[(code.LastIndexOf('#') + 1)..], (string?)(error?["message"] ?? error?["Message"]));
        }
        catch (JsonException)
        {
            return (null, null);
        }
    }
}

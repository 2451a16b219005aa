using System.Net;
using System.Text;

namespace SonicBridge.Steps.Tests.Verify;

/// <summary>PutMedia's end of the line: takes what is sent, and acknowledges it.</summary>
internal sealed class PutMediaService : HttpMessageHandler
{
    public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;
    public string ErrorType { get; set; } = "";

    public string Answer { get; set; } =
        """
            {"EventType":"BUFFERING","FragmentTimecode":1764000000007,"FragmentNumber":"1"}
            {"EventType":"RECEIVED","FragmentTimecode":1764000000007,"FragmentNumber":"1"}
            {"EventType":"PERSISTED","FragmentTimecode":1764000000007,"FragmentNumber":"1"}
            """;

    /// <summary>How often it was called.</summary>
    public int Calls { get; private set; }

    public Uri? Uri { get; private set; }
    public Dictionary<string, string> Headers { get; } = [];

    /// <summary>The bodies of all calls, one after the other.</summary>
    public List<byte[]> Bodies { get; } = [];

    public string Body => Encoding.UTF8.GetString(Bodies[^1]);

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        Calls++;
        Uri = request.RequestUri;
        Headers.Clear();
        foreach (var (name, values) in request.Headers)
        {
            Headers[name.ToLowerInvariant()] = string.Join(',', values);
        }

        using var body = new MemoryStream();
        await request.Content!.CopyToAsync(body, cancellationToken);
        Bodies.Add(body.ToArray());
        var response = new HttpResponseMessage(Status) { Content = new StringContent(Answer) };
        if (ErrorType.Length > 0)
        {
            response.Headers.TryAddWithoutValidation("x-amz-ErrorType", ErrorType);
        }

        return response;
    }
}

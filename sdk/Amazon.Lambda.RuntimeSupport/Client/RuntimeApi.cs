using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using Amazon.Lambda.RuntimeSupport.Errors;

namespace Amazon.Lambda.RuntimeSupport.Client;

/// <summary>
/// The Runtime API, version 2018-06-01
/// (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html).
/// </summary>
internal sealed class RuntimeApi(HttpClient client, string hostAndPort)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly MediaTypeHeaderValue ErrorJson = new("application/vnd.aws.lambda.error+json");

    private readonly string root = $"http://{hostAndPort}/2018-06-01/runtime/";

    public HttpClient Client => client;

    public static HttpClient CreateClient()
    {
        var version = typeof(RuntimeApi).Assembly.GetName().Version;
        var aot = RuntimeFeature.IsDynamicCodeSupported ? "" : "-aot";
        // Reporting an error must not fail because a message holds more than ASCII.
        var handler = new SocketsHttpHandler { RequestHeaderEncodingSelector = static (_, _) => Encoding.UTF8 };
        var client = new HttpClient(handler);
        client.DefaultRequestHeaders.TryAddWithoutValidation(
            "User-Agent",
            $"aws-lambda-dotnet/{Environment.Version}-{version}{aot}"
        );
        return client;
    }

    /// <summary>Waits for the next event.</summary>
    public async Task<(InvocationHeaders Headers, MemoryStream Body)> NextAsync(CancellationToken cancellationToken)
    {
        using var response = await client.GetAsync(new Uri($"{root}invocation/next"), cancellationToken);
        await CheckAsync(response, cancellationToken);
        return (
            new InvocationHeaders(response.Headers),
            new MemoryStream(await response.Content.ReadAsByteArrayAsync(cancellationToken))
        );
    }

    public async Task RespondAsync(string requestId, Stream answer, CancellationToken cancellationToken)
    {
        using var content = await ContentAsync(answer, cancellationToken);
        content.Headers.ContentType = Json;
        await PostAsync($"invocation/{requestId}/response", content, null, cancellationToken);
    }

    public Task ReportErrorAsync(string requestId, Exception exception, CancellationToken cancellationToken) =>
        PostErrorAsync(
            $"invocation/{Uri.EscapeDataString(requestId)}/error",
            exception,
            exception.GetType().Name,
            cancellationToken
        );

    public Task ReportInitErrorAsync(Exception exception) =>
        PostErrorAsync("init/error", exception, null, CancellationToken.None);

    private async Task PostErrorAsync(
        string path,
        Exception exception,
        string type,
        CancellationToken cancellationToken
    )
    {
        using var content = new ByteArrayContent(ErrorReport.Write(exception));
        content.Headers.ContentType = ErrorJson;
        await PostAsync(path, content, type, cancellationToken);
    }

    private async Task PostAsync(
        string path,
        HttpContent content,
        string errorType,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(root + path)) { Content = content };
        if (errorType is not null)
        {
            request.Headers.TryAddWithoutValidation("Lambda-Runtime-Function-Error-Type", errorType);
        }

        using var response = await client.SendAsync(request, cancellationToken);
        await CheckAsync(response, cancellationToken);
    }

    private static async Task CheckAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode)
        {
            throw new RuntimeApiClientException(
                response.StatusCode == HttpStatusCode.InternalServerError
                    ? "Container error. Non-recoverable state. Runtime should exit promptly."
                    : $"The HTTP status code of the response was not expected ({(int)response.StatusCode}).",
                (int)response.StatusCode,
                await response.Content.ReadAsStringAsync(cancellationToken)
            );
        }
    }

    /// <summary>The stream's bytes, in one piece so that their length is known; the stream stays open.</summary>
    private static async Task<HttpContent> ContentAsync(Stream stream, CancellationToken cancellationToken)
    {
        if (stream is not MemoryStream memory)
        {
            memory = new MemoryStream();
            await (stream?.CopyToAsync(memory, cancellationToken) ?? Task.CompletedTask);
            memory.Position = 0;
        }

        var start = (int)memory.Position;
        return memory.TryGetBuffer(out var buffer)
            ? new ByteArrayContent(buffer.Array!, buffer.Offset + start, buffer.Count - start)
            : new ByteArrayContent(memory.ToArray()[start..]);
    }
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Moto;

/// <summary>A service of moto behind the front door: requests go there as they came, and answers come back so.</summary>
/// <param name="signingName">The service's name in signatures, by which moto finds it too.</param>
/// <param name="http">Its BaseAddress is moto's.</param>
public sealed class MotoRelay(string signingName, HttpClient http) : IAwsService
{
    // What belongs to a connection and not to a request (RFC 9110, section 7.6.1), and what HttpClient writes itself.
    private static readonly HashSet<string> OfTheConnection = new(StringComparer.OrdinalIgnoreCase)
    {
        "Host",
        "Connection",
        "Keep-Alive",
        "Transfer-Encoding",
        "TE",
        "Trailer",
        "Upgrade",
        "Expect",
        "Content-Length",
    };

    /// <summary>The services of an account that the local cloud leaves to moto altogether.</summary>
    public static IReadOnlyList<string> WholeServices { get; } =
    [
        "cloudformation",
        "ec2",
        "elasticloadbalancing",
        "autoscaling",
        "iam",
        "sts",
        "ecr",
        "logs",
        "monitoring",
        "events",
        "sns",
        "ssm",
        "kms",
    ];

    public string SigningName => signingName;

    public async Task HandleAsync(HttpContext context) =>
        await (await AskAsync(context, RequestPayload.Of(context).Bytes)).WriteAsync(context);

    /// <summary>Hands a request on, with a body of its own or another.</summary>
    internal async Task<RelayedAnswer> AskAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), target);
        request.Content = new ReadOnlyMemoryContent(body);
        foreach (var (name, values) in context.Request.Headers)
        {
            if (!OfTheConnection.Contains(name) && !request.Headers.TryAddWithoutValidation(name, [.. values]))
            {
                request.Content.Headers.TryAddWithoutValidation(name, [.. values]);
            }
        }

        using var response = await http.SendAsync(request, context.RequestAborted);
        var headers = response
            .Headers.Concat(response.Content.Headers)
            .Where(static header => !OfTheConnection.Contains(header.Key) && header.Key is not ("Server" or "Date"))
            .Select(static header => (header.Key, header.Value.ToArray()))
            .ToList();
        return new RelayedAnswer(
            (int)response.StatusCode,
            headers,
            await response.Content.ReadAsByteArrayAsync(context.RequestAborted)
        );
    }
}

/// <summary>What moto answered.</summary>
internal sealed record RelayedAnswer(
    int Status,
    IReadOnlyList<(string Name, string[] Values)> Headers,
    ReadOnlyMemory<byte> Body
)
{
    public bool IsGood => Status is >= 200 and < 300;

    public Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = Status;
        foreach (var (name, values) in Headers)
        {
            response.Headers[name] = values;
        }

        if (Status is StatusCodes.Status204NoContent or StatusCodes.Status304NotModified)
        {
            return Task.CompletedTask;
        }

        response.ContentLength = Body.Length;
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(Body, context.RequestAborted).AsTask();
    }
}

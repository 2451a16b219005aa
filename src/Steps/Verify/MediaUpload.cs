using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Auth;

namespace SonicBridge.Steps.Verify;

/// <summary>
/// Kinesis Video's PutMedia, which of AWS's SDKs the one for Java alone has: a POST whose body is streamed, and whose
/// answer is a stream of acknowledgements. The service signs it as if it had no body.
/// </summary>
internal sealed class MediaUpload(HttpClient http, AWSCredentials credentials, string region, TimeProvider time)
{
    private const string Service = "kinesisvideo";

    // The SHA-256 of nothing.
    private const string NoBody = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    /// <summary>Writes fragments to a stream, and returns when the service has acknowledged them.</summary>
    /// <param name="endpoint">What GetDataEndpoint answered for PUT_MEDIA.</param>
    /// <param name="streamArn">The stream.</param>
    /// <param name="start">When the recording began.</param>
    /// <param name="write">Writes the Matroska segment, at whatever pace.</param>
    /// <exception cref="UploadRefused">The service took none of it, or not all.</exception>
    public async Task PutAsync(string endpoint, string streamArn, DateTimeOffset start, Func<Stream, Task> write)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{endpoint.TrimEnd('/')}/putMedia"))
        {
            Content = new StreamedContent(write),
            Version = HttpVersion.Version11,
        };
        await SignAsync(request, streamArn, start);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var body = new MemoryStream();
        await response.Content.CopyToAsync(body);
        if (!response.IsSuccessStatusCode)
        {
            throw UploadRefused.ByStatus(response, body.ToArray());
        }

        Acknowledgement.Check(body.ToArray());
    }

    private async Task SignAsync(HttpRequestMessage request, string streamArn, DateTimeOffset start)
    {
        var keys = await credentials.GetCredentialsAsync();
        var now = time.GetUtcNow().UtcDateTime;
        var uri = request.RequestUri!;
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["host"] = uri.IsDefaultPort ? uri.Host : uri.Authority,
            ["x-amz-content-sha256"] = NoBody,
            ["x-amz-date"] = now.ToString("yyyyMMddTHHmmssZ", CultureInfo.InvariantCulture),
            ["x-amzn-fragment-acknowledgment-required"] = "1",
            ["x-amzn-fragment-timecode-type"] = "ABSOLUTE",
            ["x-amzn-producer-start-timestamp"] = Seconds(start),
            ["x-amzn-stream-arn"] = streamArn,
        };
        if (keys.UseToken)
        {
            headers["x-amz-security-token"] = keys.Token;
        }

        var names = string.Join(';', headers.Keys);
        var lines = string.Concat(headers.Select(header => $"{header.Key}:{header.Value}\n"));
        var signature = AWS4Signer.ComputeSignature(
            keys,
            region,
            now,
            Service,
            names,
            $"POST\n{uri.AbsolutePath}\n\n{lines}\n{names}\n{NoBody}"
        );
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Headers.TryAddWithoutValidation("Authorization", signature.ForAuthorizationHeader);
        request.Headers.TransferEncodingChunked = true;
    }

    private static string Seconds(DateTimeOffset at) =>
        (at.ToUnixTimeMilliseconds() / 1000m).ToString("F3", CultureInfo.InvariantCulture);

    private sealed class StreamedContent : HttpContent
    {
        private readonly Func<Stream, Task> _write;

        public StreamedContent(Func<Stream, Task> write)
        {
            _write = write;
            Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => _write(stream);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}

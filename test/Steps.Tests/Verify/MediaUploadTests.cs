using System.Net;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;
using Microsoft.Extensions.Time.Testing;
using SonicBridge.Steps.Verify;

namespace SonicBridge.Steps.Tests.Verify;

public sealed class MediaUploadTests : IDisposable
{
    private const string StreamArn =
        "arn:aws:kinesisvideo:us-east-1:111122223333:stream/nova-sonic-canary-m/1700000000000";
    private const string Endpoint = "https://s-1234.kinesisvideo.us-east-1.amazonaws.com";

    private readonly FakeTimeProvider _time = new(DateTimeOffset.Parse("2026-03-04T05:06:07Z", null));
    private readonly PutMediaService _service = new();

    public void Dispose() => _service.Dispose();

    private Task PutAsync(string endpoint = Endpoint, AWSCredentials? credentials = null) =>
        new MediaUpload(
            new HttpClient(_service, disposeHandler: false),
            credentials ?? new SessionAWSCredentials("AKID", "secret", "token"),
            "us-east-1",
            _time
        ).PutAsync(
            endpoint,
            StreamArn,
            DateTimeOffset.FromUnixTimeMilliseconds(1_764_000_000_007),
            async stream =>
            {
                await stream.WriteAsync("one"u8.ToArray());
                await stream.WriteAsync("two"u8.ToArray());
            }
        );

    [Fact]
    public async Task The_body_is_streamed_and_the_headers_say_what_it_is()
    {
        await PutAsync();

        _service.Body.ShouldBe("onetwo");
        _service.Uri!.ToString().ShouldBe($"{Endpoint}/putMedia");
        _service.Headers["transfer-encoding"].ShouldBe("chunked");
        _service.Headers["x-amzn-stream-arn"].ShouldBe(StreamArn);
        _service.Headers["x-amzn-fragment-timecode-type"].ShouldBe("ABSOLUTE");
        _service.Headers["x-amzn-producer-start-timestamp"].ShouldBe("1764000000.007");
        _service.Headers["x-amzn-fragment-acknowledgment-required"].ShouldBe("1");
    }

    [Theory]
    [InlineData(Endpoint, true)]
    [InlineData(Endpoint, false)]
    [InlineData("http://127.0.0.1:8123", true)]
    public async Task The_signature_is_the_one_that_a_service_computes(string endpoint, bool session)
    {
        await PutAsync(endpoint, session ? null : new BasicAWSCredentials("AKID", "secret"));

        var authorization = _service.Headers["authorization"];
        var signed = authorization.Split("SignedHeaders=")[1].Split(',')[0];
        signed.Split(';').ShouldContain("host");
        signed.Split(';').ShouldBe(signed.Split(';').Order(StringComparer.Ordinal));
        signed
            .Split(';')
            .ShouldBe(
                _service.Headers.Keys.Where(name =>
                    name == "host" || name.StartsWith("x-amz", StringComparison.Ordinal)
                ),
                ignoreOrder: true
            );
        authorization.ShouldContain("Credential=AKID/20260304/us-east-1/kinesisvideo/aws4_request");
        authorization.Split("Signature=")[1].ShouldBe(Expected(signed));
    }

    [Fact]
    public async Task A_refusal_is_told_with_the_services_own_words()
    {
        _service.Status = HttpStatusCode.Forbidden;
        _service.ErrorType = "NotAuthorizedException:http://internal";
        _service.Answer = """{"Message":"not allowed to PutMedia"}""";

        var refused = await Should.ThrowAsync<UploadRefused>(() => PutAsync());

        refused.Message.ShouldBe(
            """PutMedia answered 403 NotAuthorizedException {"Message":"not allowed to PutMedia"}"""
        );
        refused.Passes.ShouldBeFalse();
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, "ConnectionLimitExceededException")]
    [InlineData(HttpStatusCode.ServiceUnavailable, "")]
    public async Task What_passes_says_so(HttpStatusCode status, string type)
    {
        (_service.Status, _service.ErrorType, _service.Answer) = (status, type, "");

        (await Should.ThrowAsync<UploadRefused>(() => PutAsync())).Passes.ShouldBeTrue();
    }

    [Fact]
    public async Task An_error_among_the_acknowledgements_is_told()
    {
        _service.Answer = """{"EventType":"ERROR","ErrorId":4006,"ErrorCode":"INVALID_MKV_DATA"}""";

        (await Should.ThrowAsync<UploadRefused>(() => PutAsync())).Message.ShouldContain("INVALID_MKV_DATA");
    }

    /// <summary>Signature Version 4 by the book, with nothing of the SDK.</summary>
    private string Expected(string signedHeaders)
    {
        var lines = string.Concat(signedHeaders.Split(';').Select(name => $"{name}:{_service.Headers[name]}\n"));
        var noBody = Convert.ToHexStringLower(SHA256.HashData([]));
        var canonical = $"POST\n/putMedia\n\n{lines}\n{signedHeaders}\n{noBody}";
        const string Scope = "20260304/us-east-1/kinesisvideo/aws4_request";
        var toSign =
            $"AWS4-HMAC-SHA256\n{_service.Headers["x-amz-date"]}\n{Scope}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var key = Scope
            .Split('/')
            .Aggregate("AWS4secret"u8.ToArray(), (key, part) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part)));
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)));
    }
}

using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Tests.FrontDoor;

public sealed class SignatureTests : IAsyncLifetime
{
    private static readonly byte[] Body = "{\"a\":1}"u8.ToArray();
    private readonly HttpClient _client = new();
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);
    private AwsFrontDoor _door = null!;
    private SignedRequest? _seen;

    public async ValueTask InitializeAsync() =>
        _door = await ADoor.With(
            new FrontDoorOptions { MaxBodyBytes = 1000 },
            _clock,
            new ServiceOf("states", Echo),
            new ServiceOf("bedrock", Echo),
            new ServiceOf("s3", Echo)
        );

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _door.DisposeAsync();
    }

    [Fact]
    public async Task Signed_request_reaches_the_service_that_its_scope_names()
    {
        var signer = new HandSigner();

        var (status, text) = await SendAsync(signer.Sign(_door.Http, Body));

        status.ShouldBe(HttpStatusCode.OK);
        text.ShouldBe("{\"a\":1}");
        _seen.ShouldNotBeNull().Scope.ShouldBe(new CredentialScope(signer.Date[..8], "us-east-1", "states"));
        _seen.Signature.Length.ShouldBe(64);
        _seen.Date.ShouldBe(signer.Date);
    }

    [Fact]
    public async Task Host_may_be_signed_as_the_authority_that_carries_it_in_HTTP2_alone()
    {
        var signer = new HandSigner { Service = "bedrock", HostName = ":authority" };
        var http2 = signer.Sign(_door.Http2, Body);
        (http2.Version, http2.VersionPolicy) = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact);

        (await SendAsync(http2)).Status.ShouldBe(HttpStatusCode.OK);
        (await SendAsync(signer.Sign(_door.Http, Body))).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Request_without_a_signature_is_refused_in_each_protocols_format()
    {
        var json = new HttpRequestMessage(HttpMethod.Post, _door.Http) { Content = new ByteArrayContent(Body) };
        json.Headers.Add("x-amz-target", "AWSStepFunctions.ListExecutions");

        var (status, text) = await SendAsync(json);
        var (s3Status, s3Text) = await SendAsync(new HttpRequestMessage(HttpMethod.Get, _door.Http));

        status.ShouldBe(HttpStatusCode.Forbidden);
        text.ShouldContain("\"__type\":\"MissingAuthenticationTokenException\"");
        text.ShouldContain("AWS_ACCESS_KEY_ID=local");
        s3Status.ShouldBe(HttpStatusCode.Forbidden);
        s3Text.ShouldContain("<Code>AccessDenied</Code>");
    }

    [Theory]
    [InlineData("s3", "<Code>SignatureDoesNotMatch</Code>")]
    [InlineData("states", "InvalidSignatureException")]
    public async Task Wrong_secret_does_not_match(string service, string error)
    {
        var (status, text) = await SendAsync(
            new HandSigner { Service = service, Secret = "another" }.Sign(_door.Http, Body)
        );

        status.ShouldBe(HttpStatusCode.Forbidden);
        text.ShouldContain(error);
    }

    [Theory]
    [InlineData("s3", "<Code>InvalidAccessKeyId</Code>")]
    [InlineData("states", "UnrecognizedClientException")]
    public async Task Unknown_access_key_is_refused(string service, string error)
    {
        var signer = new HandSigner { Service = service, AccessKeyId = "AKIDEXAMPLE" };

        (await SendAsync(signer.Sign(_door.Http, Body))).Text.ShouldContain(error);
    }

    [Theory]
    [InlineData("s3", -16, "<Code>RequestTimeTooSkewed</Code>")]
    [InlineData("s3", 16, "<Code>RequestTimeTooSkewed</Code>")]
    [InlineData("states", -16, "Signature expired")]
    [InlineData("states", 16, "Signature not yet current")]
    public async Task Request_dated_more_than_a_quarter_of_an_hour_off_is_refused(
        string service,
        int minutes,
        string error
    )
    {
        var signer = new HandSigner { Service = service, Now = _clock.GetUtcNow().AddMinutes(minutes) };

        (await SendAsync(signer.Sign(_door.Http, Body))).Text.ShouldContain(error);
    }

    [Theory]
    [InlineData("s3", "<Code>XAmzContentSHA256Mismatch</Code>")]
    [InlineData("states", "InvalidSignatureException")]
    public async Task Body_other_than_the_signed_one_is_refused(string service, string error)
    {
        var request = new HandSigner { Service = service }.Sign(_door.Http, Body, sent: "{\"a\":2}"u8.ToArray());

        (await SendAsync(request)).Text.ShouldContain(error);
    }

    [Fact]
    public async Task Only_S3_takes_a_payload_that_is_not_signed()
    {
        const string Unsigned = "UNSIGNED-PAYLOAD";

        var s3 = await SendAsync(new HandSigner { Service = "s3" }.Sign(_door.Http, Body, Unsigned));
        var states = await SendAsync(new HandSigner().Sign(_door.Http, Body, Unsigned));

        s3.Status.ShouldBe(HttpStatusCode.OK);
        states.Status.ShouldBe(HttpStatusCode.Forbidden);
        states.Text.ShouldContain("UNSIGNED-PAYLOAD");
    }

    [Fact]
    public async Task Header_that_is_not_signed_is_refused()
    {
        var request = new HandSigner().Sign(_door.Http, Body);
        request.Headers.Add("x-amz-target", "AWSStepFunctions.StopExecution");

        (await SendAsync(request)).Text.ShouldContain("not signed: x-amz-target");
    }

    [Fact]
    public async Task Changed_path_or_query_does_not_match()
    {
        var request = new HandSigner().Sign(_door.Http, Body);
        request.RequestUri = new Uri(_door.Http, "/other");
        var query = new HandSigner().Sign(_door.Http, Body);
        query.RequestUri = new Uri(_door.Http, "/?a=b");

        (await SendAsync(request)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await SendAsync(query)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("Bearer abc")]
    [InlineData("AWS4-HMAC-SHA256")]
    [InlineData("AWS4-HMAC-SHA256 Credential=local, SignedHeaders=host, Signature=00")]
    [InlineData("AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/states/aws4_request")]
    [InlineData("AWS4-HMAC-SHA256 ,,,=,=,===")]
    public async Task Authorization_that_is_not_whole_is_called_incomplete(string authorization)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, _door.Http);
        request.Headers.TryAddWithoutValidation("authorization", authorization);
        request.Headers.Add("x-amz-target", "AWSStepFunctions.ListExecutions");

        var (status, text) = await SendAsync(request);

        status.ShouldBe(HttpStatusCode.BadRequest);
        text.ShouldContain("IncompleteSignatureException");
    }

    [Fact]
    public async Task Wrong_region_is_named()
    {
        var (_, text) = await SendAsync(new HandSigner { Region = "eu-west-1" }.Sign(_door.Http, Body));

        text.ShouldContain("'eu-west-1' is wrong; expecting 'us-east-1'");
    }

    [Fact]
    public async Task Unknown_service_is_named_with_those_that_are_there()
    {
        var (status, text) = await SendAsync(new HandSigner { Service = "sqs" }.Sign(_door.Http, Body));

        status.ShouldBe(HttpStatusCode.NotFound);
        text.ShouldContain("No service 'sqs' stands behind this front door; it has bedrock, s3, states.");
    }

    [Theory]
    [InlineData("s3", HttpStatusCode.BadRequest, "<Code>EntityTooLarge</Code>")]
    [InlineData("states", HttpStatusCode.RequestEntityTooLarge, "RequestEntityTooLargeException")]
    public async Task Body_over_the_limit_is_refused(string service, HttpStatusCode expected, string error)
    {
        var (status, text) = await SendAsync(new HandSigner { Service = service }.Sign(_door.Http, new byte[1001]));

        status.ShouldBe(expected);
        text.ShouldContain(error);
    }

    [Fact]
    public async Task Event_stream_is_left_to_the_service_over_HTTP2_with_prior_knowledge()
    {
        const string Events = "STREAMING-AWS4-HMAC-SHA256-EVENTS";
        var address = new Uri(_door.Http2, "/model/amazon.nova-2-sonic-v1%253A0/invoke-with-bidirectional-stream");
        var request = new HandSigner { Service = "bedrock" }.Sign(address, new byte[5000], Events);
        request.RequestUri = new Uri(_door.Http2, "/model/amazon.nova-2-sonic-v1%3A0/invoke-with-bidirectional-stream");
        request.Version = HttpVersion.Version20;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;

        var (status, text) = await SendAsync(request);

        status.ShouldBe(HttpStatusCode.OK);
        text.Length.ShouldBe(5000, "an event stream has no limit");
        _seen.ShouldNotBeNull().PayloadHash.ShouldBe(Events);
    }

    private async Task<(HttpStatusCode Status, string Text)> SendAsync(HttpRequestMessage request)
    {
        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private async Task Echo(HttpContext context)
    {
        _seen = context.Features.Get<SignedRequest>();
        await context.Request.Body.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}

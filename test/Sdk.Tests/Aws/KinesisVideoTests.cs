using System.Net;
using System.Text.Json.Nodes;
using Amazon.KinesisVideo;
using Amazon.KinesisVideo.Model;
using Amazon.KinesisVideoMedia;
using Amazon.KinesisVideoMedia.Model;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace SonicBridge.Sdk.Tests.Aws;

public sealed class KinesisVideoTests
{
    private static CancellationToken None => TestContext.Current.CancellationToken;

    private static AmazonKinesisVideoMediaClient MediaClientOf(LoopbackService service) =>
        new(
            LoopbackService.Credentials,
            new AmazonKinesisVideoMediaConfig
            {
                ServiceURL = service.Url,
                AuthenticationRegion = "us-east-1",
                MaxErrorRetry = 0,
            }
        );

    [Fact]
    public async Task GetDataEndpoint_goes_out_as_the_model_says()
    {
        await using var service = await LoopbackService.AnsweringAsync(
            new JsonObject { ["DataEndpoint"] = "https://s-1.kinesisvideo.us-east-1.amazonaws.com" }
        );
        using var client = new AmazonKinesisVideoClient(
            LoopbackService.Credentials,
            new AmazonKinesisVideoConfig { ServiceURL = service.Url, AuthenticationRegion = "us-east-1" }
        );

        var response = await client.GetDataEndpointAsync(
            new GetDataEndpointRequest { APIName = APIName.GET_MEDIA, StreamARN = "arn:s" },
            None
        );

        response.DataEndpoint.ShouldBe("https://s-1.kinesisvideo.us-east-1.amazonaws.com");
        var sent = service.Only;
        (sent.Method, sent.Path).ShouldBe(("POST", "/getDataEndpoint"));
        sent.Scope.ShouldEndWith("/us-east-1/kinesisvideo/aws4_request");
        sent.Headers["content-type"].ShouldBe("application/json");
        sent.Headers.ShouldNotContainKey("x-amz-target");
        sent.Json.ToJsonString().ShouldBe("""{"APIName":"GET_MEDIA","StreamARN":"arn:s"}""");
    }

    [Fact]
    public async Task GetMedia_hands_on_each_byte_as_it_arrives()
    {
        var read = new TaskCompletionSource();
        await using var service = await LoopbackService.StartAsync(
            HttpProtocols.Http1,
            async (service, context) =>
            {
                service.Requests.Enqueue(await SentRequest.ReadAsync(context.Request));
                context.Response.ContentType = "video/x-matroska";
                await context.Response.Body.WriteAsync(new byte[] { 1, 2 }, context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                await read.Task;
                await context.Response.Body.WriteAsync(new byte[] { 3 }, context.RequestAborted);
            }
        );
        using var client = MediaClientOf(service);

        using var response = await client.GetMediaAsync(
            new GetMediaRequest
            {
                StreamARN = "arn:s",
                StartSelector = new StartSelector
                {
                    StartSelectorType = StartSelectorType.FRAGMENT_NUMBER,
                    AfterFragmentNumber = "91343852333181432392682062607743920146159169392",
                },
            },
            None
        );

        response.ContentType.ShouldBe("video/x-matroska");
        var bytes = new byte[2];
        await response.Payload.ReadExactlyAsync(bytes, None);
        bytes.ShouldBe([1, 2]);
        read.SetResult();
        using var rest = new MemoryStream();
        await response.Payload.CopyToAsync(rest, None);
        rest.ToArray().ShouldBe([3]);
        var sent = service.Only;
        sent.ShouldBeSignedWith(LoopbackService.Secret);
        (sent.Method, sent.Path).ShouldBe(("POST", "/getMedia"));
        sent.Scope.ShouldEndWith("/us-east-1/kinesisvideo/aws4_request");
        sent.Json.ToJsonString()
            .ShouldBe(
                """{"StartSelector":{"AfterFragmentNumber":"91343852333181432392682062607743920146159169392","StartSelectorType":"FRAGMENT_NUMBER"},"StreamARN":"arn:s"}"""
            );
    }

    [Fact]
    public async Task A_start_time_is_whole_epoch_seconds()
    {
        await using var service = await LoopbackService.AnsweringAsync(new JsonObject());
        using var client = MediaClientOf(service);

        using var response = await client.GetMediaAsync(
            new GetMediaRequest
            {
                StreamName = "s",
                StartSelector = new StartSelector
                {
                    StartSelectorType = StartSelectorType.SERVER_TIMESTAMP,
                    StartTimestamp = new DateTime(2025, 11, 24, 16, 0, 0, DateTimeKind.Utc),
                },
            },
            None
        );

        service
            .Only.Json.ToJsonString()
            .ShouldBe(
                """{"StartSelector":{"StartSelectorType":"SERVER_TIMESTAMP","StartTimestamp":1764000000},"StreamName":"s"}"""
            );
    }

    [Fact]
    public async Task Disposing_the_response_frees_the_connection()
    {
        var gone = new TaskCompletionSource();
        await using var service = await LoopbackService.StartAsync(
            HttpProtocols.Http1,
            async (_, context) =>
            {
                context.RequestAborted.Register(gone.SetResult);
                await context.Response.Body.WriteAsync(new byte[1], CancellationToken.None);
                await context.Response.Body.FlushAsync(CancellationToken.None);
                await gone.Task;
            }
        );
        using var client = MediaClientOf(service);
        var response = await client.GetMediaAsync(new GetMediaRequest { StreamName = "s" }, None);
        await response.Payload.ReadExactlyAsync(new byte[1], None);

        response.Dispose();

        await gone.Task;
        response.Payload.ShouldBeNull();
    }

    [Fact]
    public async Task Cancelling_a_read_that_waits_ends_it()
    {
        using var cancel = new CancellationTokenSource();
        await using var service = await LoopbackService.StartAsync(
            HttpProtocols.Http1,
            async (_, context) =>
            {
                await context.Response.Body.FlushAsync(CancellationToken.None);
                var gone = new TaskCompletionSource();
                context.RequestAborted.Register(gone.SetResult);
                await gone.Task;
            }
        );
        using var client = MediaClientOf(service);
        using var response = await client.GetMediaAsync(new GetMediaRequest { StreamName = "s" }, None);

        var reading = response.Payload.ReadAsync(new byte[1], cancel.Token).AsTask();
        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(reading);
    }

    [Theory]
    [InlineData("ResourceNotFoundException", 404, typeof(Amazon.KinesisVideoMedia.Model.ResourceNotFoundException))]
    [InlineData("NotAuthorizedException", 401, typeof(Amazon.KinesisVideoMedia.Model.NotAuthorizedException))]
    [InlineData("ConnectionLimitExceededException", 400, typeof(ConnectionLimitExceededException))]
    [InlineData("InvalidEndpointException", 400, typeof(InvalidEndpointException))]
    [InlineData("UnknownOperationException", 404, typeof(AmazonKinesisVideoMediaException))]
    public async Task An_error_named_by_a_header_becomes_the_exception_of_its_code(
        string code,
        int status,
        Type expected
    )
    {
        await using var service = await LoopbackService.StartAsync(
            (_, context) =>
            {
                context.Response.Headers["x-amzn-ErrorType"] = code + ":";
                return LoopbackService.AnswerAsync(context, """{"Message":"no"}""", status);
            }
        );
        using var client = MediaClientOf(service);

        var error = await Should.ThrowAsync<AmazonKinesisVideoMediaException>(() =>
            client.GetMediaAsync(new GetMediaRequest { StreamName = "s" }, None)
        );

        error.ShouldBeOfType(expected);
        error.Message.ShouldBe("no");
        error.StatusCode.ShouldBe((HttpStatusCode)status);
    }
}

using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using Amazon.BedrockRuntime;
using Amazon.BedrockRuntime.Model;
using Amazon.Runtime.EventStreams;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace SonicBridge.Sdk.Tests.Aws;

public sealed class BedrockRuntimeTests
{
    private readonly Channel<string> input = Channel.CreateUnbounded<string>();

    // .NET keeps the headers of an HTTP/2 request back until there is a first piece of its body.
    public BedrockRuntimeTests() => input.Writer.TryWrite("hello");

    private static CancellationToken Soon => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_sides_speak_at_once_and_every_chunk_is_signed_in_its_chain()
    {
        SentRequest? request = null;
        await using var model = await SonicModel.StartAsync(async call =>
        {
            request = call.Request;
            await call.AcceptAsync();
            (await call.ReceiveAsync()).ShouldBe("hello");
            for (var i = 0; i < 20; i++)
            {
                await call.SendAsync(EventFrame.Chunk("heard " + await call.ReceiveAsync()));
            }
        });
        using var response = await model.OpenAsync(input, Soon);

        var heard = new List<string>();
        input.Writer.TryWrite("0");
        await foreach (var answer in response.Body.WithCancellation(Soon))
        {
            var bytes = answer.ShouldBeOfType<BidirectionalOutputPayloadPart>().Bytes;
            bytes.TryGetBuffer(out var text).ShouldBeTrue();
            heard.Add(Encoding.UTF8.GetString(text));
            input.Writer.TryWrite($"{heard.Count}");
        }

        heard.ShouldBe(Enumerable.Range(0, 20).Select(i => $"heard {i}"));
        await model.Script;
        request!.Method.ShouldBe("POST");
        request.Path.ShouldBe("/model/amazon.nova-2-sonic-v1%3A0/invoke-with-bidirectional-stream");
        request.Scope.ShouldEndWith("/us-east-1/bedrock/aws4_request");
        // Where other SDKs say STREAMING-AWS4-HMAC-SHA256-EVENTS, AWSSDK.Core gives the hash of an empty body.
        request.Headers["x-amz-content-sha256"].ShouldBe(Convert.ToHexStringLower(SHA256.HashData([])));
        request.Headers["content-type"].ShouldBe("application/json");
        request.Headers["x-amz-api-version"].ShouldBe("2023-09-30");
        request.ShouldBeSignedWith(LoopbackService.Secret);
        input.Writer.Complete();
    }

    [Fact]
    public async Task A_publisher_with_nothing_to_say_keeps_the_stream_open_and_the_model_is_heard()
    {
        await using var model = await SonicModel.StartAsync(static async call =>
        {
            await call.AcceptAsync();
            await call.SendAsync(EventFrame.Chunk("one"));
            await call.SendAsync(EventFrame.Chunk("two"));
            (await call.ReceiveAsync()).ShouldBe("hello");
            (await call.ReceiveAsync()).ShouldBe("at last");
            await call.SendAsync(EventFrame.Chunk("three"));
        });
        using var response = await model.OpenAsync(input, Soon);

        var heard = new List<string>();
        response.Body.ChunkReceived += (_, args) =>
        {
            heard.Add(Encoding.UTF8.GetString(args.EventStreamEvent.Bytes.ToArray()));
            if (heard.Count == 2)
            {
                input.Writer.TryWrite("at last");
            }
        };
        await response.Body.StartProcessingAsync();

        heard.ShouldBe(["one", "two", "three"]);
        await model.Script;
        input.Writer.Complete();
    }

    [Fact]
    public async Task After_the_publishers_last_event_the_request_stays_open_and_no_closing_frame_is_sent()
    {
        await using var model = await SonicModel.StartAsync(static async call =>
        {
            await call.AcceptAsync();
            (await call.ReceiveAsync()).ShouldBe("hello");
            var more = call.ReceiveAsync();
            await call.SendAsync(EventFrame.Chunk("one"));
            await call.SendAsync(EventFrame.Chunk("two"));
            more.IsCompleted.ShouldBeFalse();
        });
        input.Writer.Complete();
        using var response = await model.OpenAsync(input, Soon);

        var heard = 0;
        await foreach (var _ in response.Body.WithCancellation(Soon))
        {
            heard++;
        }

        heard.ShouldBe(2);
        await model.Script;
    }

    [Fact]
    public async Task Disposing_the_response_ends_a_request_that_the_model_still_reads()
    {
        await using var model = await SonicModel.StartAsync(static async call =>
        {
            await call.AcceptAsync();
            (await call.ReceiveAsync()).ShouldBe("hello");
            await call.SendAsync(EventFrame.Chunk("one"));
            // Whether the end or the reset of the stream arrives first is a matter of luck.
            try
            {
                (await call.ReceiveAsync()).ShouldBeNull();
            }
            catch (Exception e) when (e is OperationCanceledException or IOException)
            {
                call.IsAborted.ShouldBeTrue();
            }
        });
        input.Writer.Complete();
        var response = await model.OpenAsync(input, Soon);
        var first = new TaskCompletionSource();
        response.Body.ChunkReceived += (_, _) => first.TrySetResult();
        var reading = response.Body.StartProcessingAsync();
        await first.Task;

        response.Dispose();

        await reading;
        await model.Script;
    }

    [Theory]
    [InlineData("validationException", typeof(ValidationException))]
    [InlineData("modelStreamErrorException", typeof(ModelStreamErrorException))]
    [InlineData("modelTimeoutException", typeof(ModelTimeoutException))]
    [InlineData("throttlingException", typeof(ThrottlingException))]
    [InlineData("internalServerException", typeof(InternalServerException))]
    [InlineData("serviceUnavailableException", typeof(ServiceUnavailableException))]
    public async Task An_exception_within_the_stream_ends_it_with_its_type_and_the_services_words(
        string type,
        Type expected
    )
    {
        await using var model = await SonicModel.StartAsync(async call =>
        {
            await call.AcceptAsync();
            await call.SendAsync(EventFrame.Chunk("before"));
            await call.SendAsync(EventFrame.Exception(type, """{"message":"so it is","originalStatusCode":500}"""));
            await call.SendAsync(EventFrame.Chunk("after"));
        });
        using var response = await model.OpenAsync(input, Soon);

        var heard = 0;
        BedrockRuntimeEventStreamException? error = null;
        response.Body.ChunkReceived += (_, _) => heard++;
        response.Body.ExceptionReceived += (_, args) => error = args.EventStreamException;
        await response.Body.StartProcessingAsync();

        heard.ShouldBe(1);
        error.ShouldNotBeNull().Message.ShouldBe("""{"message":"so it is","originalStatusCode":500}""");
        error.InnerException.ShouldBeOfType(expected);
        (error.InnerException as ModelStreamErrorException)?.OriginalStatusCode.ShouldBe(500);
        input.Writer.Complete();
    }

    [Fact]
    public async Task An_exception_within_the_stream_is_thrown_to_whom_enumerates()
    {
        await using var model = await SonicModel.StartAsync(static async call =>
        {
            await call.AcceptAsync();
            await call.SendAsync(EventFrame.Exception("modelTimeoutException", """{"message":"8 minutes"}"""));
        });
        using var response = await model.OpenAsync(input, Soon);

        var error = await Should.ThrowAsync<BedrockRuntimeEventStreamException>(async () =>
        {
            await foreach (var _ in response.Body.WithCancellation(Soon)) { }
        });

        error.InnerException.ShouldBeOfType<ModelTimeoutException>();
        error.Message.ShouldContain("8 minutes");
        input.Writer.Complete();
    }

    [Fact]
    public async Task A_connection_cut_in_the_middle_of_a_frame_is_an_exception()
    {
        var cut = new TaskCompletionSource();
        await using var model = await SonicModel.StartAsync(async call =>
        {
            await call.AcceptAsync();
            await call.SendAsync(EventFrame.Chunk("whole"));
            await cut.Task;
            call.Abort();
        });
        using var response = await model.OpenAsync(input, Soon);

        var heard = 0;
        var error = await Should.ThrowAsync<BedrockRuntimeEventStreamException>(async () =>
        {
            await foreach (var _ in response.Body.WithCancellation(Soon))
            {
                heard++;
                cut.SetResult();
            }
        });

        heard.ShouldBe(1);
        error.InnerException.ShouldBeAssignableTo<IOException>();
        input.Writer.Complete();
    }

    [Fact]
    public async Task Cancelling_before_the_model_answers_ends_the_call()
    {
        using var cancel = new CancellationTokenSource();
        await using var model = await SonicModel.StartAsync(async call =>
        {
            (await call.ReceiveAsync()).ShouldBe("hello");
            await cancel.CancelAsync();
            await Should.ThrowAsync<Exception>(call.ReceiveAsync);
        });
        await Should.ThrowAsync<OperationCanceledException>(() => model.OpenAsync(input, cancel.Token));

        // .NET resets the stream once the publisher, which knows nothing of the token, has answered.
        input.Writer.Complete();
        await model.Script;
    }

    [Fact]
    public async Task A_refusal_before_the_stream_is_the_exception_of_its_code_though_the_publisher_waits()
    {
        await using var service = await LoopbackService.StartAsync(
            HttpProtocols.Http2,
            static (_, context) =>
            {
                context.Response.Headers["x-amzn-ErrorType"] = "ValidationException:http://internal.amazon.com/";
                return LoopbackService.AnswerAsync(context, """{"message":"no such voice"}""", 400);
            }
        );
        using var client = SonicModel.NewClient(service.Url);
        var publisher = SonicModel.PublisherOf(input);

        var error = await Should.ThrowAsync<ValidationException>(() =>
            client.InvokeModelWithBidirectionalStreamAsync(
                new InvokeModelWithBidirectionalStreamRequest { ModelId = "m", BodyPublisher = publisher },
                Soon
            )
        );

        error.Message.ShouldBe("no such voice");
        error.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        input.Writer.Complete();
    }

    [Fact]
    public async Task A_call_that_fails_is_not_retried_since_its_events_are_spent()
    {
        var asked = 0;
        await using var service = await LoopbackService.StartAsync(
            HttpProtocols.Http2,
            (_, context) =>
            {
                asked++;
                context.Response.Headers["x-amzn-ErrorType"] = "ServiceUnavailableException";
                return LoopbackService.AnswerAsync(context, """{"message":"later"}""", 503);
            }
        );
        using var client = SonicModel.NewClient(service.Url);
        var publisher = SonicModel.PublisherOf(input);

        await Should.ThrowAsync<ServiceUnavailableException>(() =>
            client.InvokeModelWithBidirectionalStreamAsync(
                new InvokeModelWithBidirectionalStreamRequest { ModelId = "m", BodyPublisher = publisher },
                Soon
            )
        );

        asked.ShouldBe(1);
        input.Writer.Complete();
    }

    [Fact]
    public async Task A_request_without_a_model_is_refused()
    {
        await using var model = await SonicModel.StartAsync(static _ => Task.CompletedTask);

        await Should.ThrowAsync<AmazonBedrockRuntimeException>(() =>
            model.Client.InvokeModelWithBidirectionalStreamAsync(new InvokeModelWithBidirectionalStreamRequest(), Soon)
        );
    }
}

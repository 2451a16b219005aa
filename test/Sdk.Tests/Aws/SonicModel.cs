using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading.Channels;
using Amazon.BedrockRuntime;
using Amazon.BedrockRuntime.Model;
using Amazon.Runtime;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace SonicBridge.Sdk.Tests.Aws;

/// <summary>A model over plain HTTP/2 that behaves as the test scripts it, and a client that speaks with it.</summary>
internal sealed class SonicModel : IAsyncDisposable
{
    private readonly TaskCompletionSource finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private LoopbackService service = null!;

    public AmazonBedrockRuntimeClient Client { get; private set; } = null!;

    /// <summary>Completes, or fails, with the script.</summary>
    public Task Script => finished.Task;

    public static async Task<SonicModel> StartAsync(Func<DuplexCall, Task> script)
    {
        var model = new SonicModel();
        model.service = await LoopbackService.StartAsync(
            HttpProtocols.Http2,
            async (_, context) =>
            {
                try
                {
                    await script(new DuplexCall(context));
                    model.finished.TrySetResult();
                }
                catch (Exception e)
                {
                    model.finished.TrySetException(e);
                    throw;
                }
            }
        );
        model.Client = NewClient(model.service.Url);
        return model;
    }

    /// <summary>A client that knows beforehand that the service speaks HTTP/2, as is needed without TLS.</summary>
    public static AmazonBedrockRuntimeClient NewClient(string url) =>
        new(
            LoopbackService.Credentials,
            new AmazonBedrockRuntimeConfig
            {
                ServiceURL = url,
                AuthenticationRegion = "us-east-1",
                HttpClientFactory = new PriorKnowledge(),
            }
        );

    public Task<InvokeModelWithBidirectionalStreamResponse> OpenAsync(
        ChannelReader<string> input,
        CancellationToken cancellationToken
    ) =>
        Client.InvokeModelWithBidirectionalStreamAsync(
            new InvokeModelWithBidirectionalStreamRequest
            {
                ModelId = "amazon.nova-2-sonic-v1:0",
                BodyPublisher = PublisherOf(input),
            },
            cancellationToken
        );

    /// <summary>Hands out what is written to the channel, and null when it is complete.</summary>
    public static Func<Task<IInvokeModelWithBidirectionalStreamInputEvent>> PublisherOf(ChannelReader<string> input) =>
        async () =>
            await input.WaitToReadAsync(CancellationToken.None) && input.TryRead(out var json)
                ? new BidirectionalInputPayloadPart { Bytes = new MemoryStream(Encoding.UTF8.GetBytes(json)) }
                : null!;

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await service.DisposeAsync();
    }

    private sealed class PriorKnowledge : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
            new(new ExactVersion { InnerHandler = new SocketsHttpHandler() });

        private sealed class ExactVersion : DelegatingHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(
                HttpRequestMessage request,
                CancellationToken cancellationToken
            )
            {
                request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
                request.Version.ShouldBe(HttpVersion.Version20);
                return base.SendAsync(request, cancellationToken);
            }
        }
    }
}

using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Amazon.BedrockRuntime;
using Amazon.BedrockRuntime.Model;
using Amazon.Runtime;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.Sonic;
using SonicBridge.Local.Tests.FrontDoor;

namespace SonicBridge.Local.Tests.Sonic;

/// <summary>Speaks to the simulated model through the SDK, over loopback, signed.</summary>
internal sealed class ASonicClient : IAsyncDisposable
{
    private readonly Channel<string?> _input = Channel.CreateUnbounded<string?>();
    private readonly Channel<JsonObject> _output = Channel.CreateUnbounded<JsonObject>();
    private readonly AmazonBedrockRuntimeClient _client;
    private readonly AwsFrontDoor _door;

    private readonly bool _ownsDoor;

    private ASonicClient(AwsFrontDoor door, ClientKey key, bool ownsDoor)
    {
        (_door, _ownsDoor) = (door, ownsDoor);
        _client = new AmazonBedrockRuntimeClient(
            new BasicAWSCredentials(key.AccessKeyId, key.SecretAccessKey),
            new AmazonBedrockRuntimeConfig
            {
                ServiceURL = door.Http2.ToString(),
                AuthenticationRegion = LocalAccount.Region,
                HttpClientFactory = new PriorKnowledge(),
            }
        );
    }

    public static async Task<ASonicClient> Open(SonicService service, string model = "amazon.nova-2-sonic-v1:0")
    {
        var client = new ASonicClient(await ADoor.With(service), ClientKey.Local, ownsDoor: true);
        _ = client.ConverseAsync(model);
        return client;
    }

    /// <summary>Opens a stream behind a door that several clients share, by a key of one's own.</summary>
    public static ASonicClient Open(AwsFrontDoor door, ClientKey key)
    {
        var client = new ASonicClient(door, key, ownsDoor: false);
        _ = client.ConverseAsync("amazon.nova-2-sonic-v1:0");
        return client;
    }

    public ASonicClient Send(params string[] events)
    {
        foreach (var json in events)
        {
            _input.Writer.TryWrite(json);
        }

        return this;
    }

    public void EndInput() => _input.Writer.TryWrite(null);

    /// <summary>The next event's name and body.</summary>
    public async Task<(string Name, JsonObject Body)> Next()
    {
        var next = (await _output.Reader.ReadAsync(TestContext.Current.CancellationToken)).Single();
        return (next.Key, next.Value!.AsObject());
    }

    /// <summary>Reads up to the first event of a name, and answers the names that were passed.</summary>
    public async Task<List<string>> Until(string name)
    {
        var names = new List<string>();
        do
        {
            names.Add((await Next()).Name);
        } while (names[^1] != name);

        return names;
    }

    /// <summary>Reads up to the first event of a name, and answers its body.</summary>
    public async Task<JsonObject> UntilBody(string name)
    {
        while (true)
        {
            var (next, body) = await Next();
            if (next == name)
            {
                return body;
            }
        }
    }

    /// <summary>The exception with which the stream ends.</summary>
    public async Task<Exception> Refusal()
    {
        try
        {
            await foreach (var _ in _output.Reader.ReadAllAsync(TestContext.Current.CancellationToken)) { }
        }
        catch (Exception e)
        {
            return e;
        }

        throw new InvalidOperationException("The stream ended without an exception.");
    }

    // The request's headers leave with its first event: nothing may wait for the response before that is sent.
    private async Task ConverseAsync(string model)
    {
        try
        {
            var request = new InvokeModelWithBidirectionalStreamRequest
            {
                ModelId = model,
                BodyPublisher = async () =>
                    await _input.Reader.ReadAsync() is { } json
                        ? new BidirectionalInputPayloadPart { Bytes = new MemoryStream(Encoding.UTF8.GetBytes(json)) }
                        : null!,
            };
            var response = await _client.InvokeModelWithBidirectionalStreamAsync(request);
            response.Body.ChunkReceived += (_, chunk) =>
                _output.Writer.TryWrite(JsonNode.Parse(chunk.EventStreamEvent.Bytes.ToArray())!["event"]!.AsObject());
            response.Body.ExceptionReceived += (_, e) => _output.Writer.TryComplete(e.EventStreamException);
            await response.Body.StartProcessingAsync();
            _output.Writer.TryComplete();
        }
        catch (Exception e)
        {
            _output.Writer.TryComplete(e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        EndInput();
        _client.Dispose();
        if (_ownsDoor)
        {
            await _door.DisposeAsync();
        }
    }

    private sealed class PriorKnowledge : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
            new(new Exactly { InnerHandler = new SocketsHttpHandler() });
    }

    private sealed class Exactly : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
            return base.SendAsync(request, cancellationToken);
        }
    }
}

using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Amazon.BedrockRuntime;
using Amazon.BedrockRuntime.Model;
using Amazon.Runtime;
using Amazon.Runtime.EventStreams;

namespace SonicBridge.Bridge.Tests.Sonic;

/// <summary>
/// Bedrock behind the SDK's own client class: it pulls what the session publishes, as the SDK would, and answers with
/// event-stream bytes, which the SDK's own decoder reads.
/// </summary>
internal sealed class ScriptedBedrock()
    : AmazonBedrockRuntimeClient(new AnonymousAWSCredentials(), Amazon.RegionEndpoint.USEast1)
{
    private readonly Channel<string> _received = Channel.CreateUnbounded<string>();
    private readonly Pipe _answer = new(new PipeOptions(pauseWriterThreshold: 0));

    /// <summary>What the model was asked for.</summary>
    public string? ModelId { get; private set; }

    /// <summary>Whether events are pulled; when not, nothing leaves the session.</summary>
    public Task Pulling { get; init; } = Task.CompletedTask;

    /// <summary>Thrown instead of an answer.</summary>
    public Exception? Refusal { get; init; }

    /// <summary>Whether there is an answer at all.</summary>
    public bool Answers { get; init; } = true;

    /// <summary>Reads hand out at most so many bytes.</summary>
    public int LargestRead { get; init; } = int.MaxValue;

    public override Task<InvokeModelWithBidirectionalStreamResponse> InvokeModelWithBidirectionalStreamAsync(
        InvokeModelWithBidirectionalStreamRequest request,
        CancellationToken cancellationToken = default
    )
    {
        ModelId = request.ModelId;
        if (Refusal is not null)
        {
            return Task.FromException<InvokeModelWithBidirectionalStreamResponse>(Refusal);
        }

        _ = PullAsync(request);
        if (!Answers)
        {
            return new TaskCompletionSource<InvokeModelWithBidirectionalStreamResponse>().Task;
        }

        return Task.FromResult(
            new InvokeModelWithBidirectionalStreamResponse
            {
                Body = new InvokeModelWithBidirectionalStreamOutput(
                    new SlicedStream(_answer.Reader.AsStream(), LargestRead)
                ),
            }
        );
    }

    /// <summary>The next input event, as a JSON text; null when the input has ended.</summary>
    public async Task<string?> ReceiveAsync()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        return await _received.Reader.WaitToReadAsync(cancellationToken)
            ? await _received.Reader.ReadAsync(cancellationToken)
            : null;
    }

    /// <summary>The names of the next input events.</summary>
    public async Task<List<string>> ReceiveNamesAsync(int count)
    {
        var names = new List<string>();
        while (names.Count < count && await ReceiveAsync() is { } json)
        {
            using var document = JsonDocument.Parse(json);
            names.Add(document.RootElement.GetProperty("event").EnumerateObject().Single().Name);
        }

        return names;
    }

    /// <summary>Answers with an event.</summary>
    public void Send(string json) =>
        Write(
            "event",
            ":event-type",
            "chunk",
            $$"""{"bytes":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes(json))}}","p":"abcdefg"}"""
        );

    /// <summary>Answers with a modelled exception.</summary>
    public void SendException(string type, string message) =>
        Write("exception", ":exception-type", type, $$"""{"message":"{{message}}"}""");

    /// <summary>Makes all that was sent since arrive at once.</summary>
    public async Task ArriveAsync() => await _answer.Writer.FlushAsync();

    /// <summary>Ends the answer.</summary>
    public void End() => _answer.Writer.Complete();

    private void Write(string messageType, string typeHeader, string type, string payload)
    {
        var message = new EventStreamMessage(
            [
                Header(":message-type", messageType),
                Header(typeHeader, type),
                Header(":content-type", "application/json"),
            ],
            Encoding.UTF8.GetBytes(payload)
        );
        _answer.Writer.Write(message.ToByteArray());
    }

    private static EventStreamHeader Header(string name, string value)
    {
        var header = new EventStreamHeader(name);
        header.SetString(value);
        return header;
    }

    private async Task PullAsync(InvokeModelWithBidirectionalStreamRequest request)
    {
        await Pulling;
        while (await request.BodyPublisher() is BidirectionalInputPayloadPart part)
        {
            await _received.Writer.WriteAsync(Encoding.UTF8.GetString(part.Bytes.ToArray()));
        }

        _received.Writer.Complete();
    }

    private sealed class SlicedStream(Stream inner, int largest) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            inner.ReadAsync(buffer[..Math.Min(buffer.Length, largest)], cancellationToken);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.IO.Pipelines;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace SonicBridge.Sdk.Tests.Aws;

/// <summary>The model's side of one bidirectional stream: each frame's signature is checked as it is read.</summary>
internal sealed class DuplexCall
{
    private readonly HttpContext context;
    private readonly SentRequest request;
    private string previousSignature;

    public DuplexCall(HttpContext context)
    {
        this.context = context;
        request = SentRequest.Of(context.Request, []);
        previousSignature = request.Signature;
    }

    public SentRequest Request => request;

    /// <summary>Answers with the headers alone, so that both sides may speak.</summary>
    public async Task AcceptAsync()
    {
        context.Response.ContentType = "application/vnd.amazon.eventstream";
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    public async Task SendAsync(EventFrame frame)
    {
        await context.Response.BodyWriter.WriteAsync(frame.ToBytes(), context.RequestAborted);
    }

    public bool IsAborted => context.RequestAborted.IsCancellationRequested;

    public void Abort() => context.Abort();

    /// <summary>The next event of the caller, out of its signed frame; null when the request has ended.</summary>
    public async Task<string?> ReceiveAsync()
    {
        var outer = await ReadFrameAsync(context.Request.BodyReader, context.RequestAborted);
        if (outer is null)
        {
            return null;
        }

        ShouldBeSigned(outer);
        var inner = EventFrame.Parse(outer.Payload);
        inner.Text(":event-type").ShouldBe("chunk");
        inner.Text(":message-type").ShouldBe("event");
        inner.Text(":content-type").ShouldBe("application/json");
        return Encoding.UTF8.GetString(Convert.FromBase64String((string)JsonNode.Parse(inner.Payload)!["bytes"]!));
    }

    private void ShouldBeSigned(EventFrame outer)
    {
        outer.Headers.Keys.ShouldBe([":date", ":chunk-signature"], ignoreOrder: true);
        var date = (DateTimeOffset)outer.Headers[":date"];
        var time = date.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var scope = time[..8] + request.Scope[8..];
        var text = string.Join(
            '\n',
            "AWS4-HMAC-SHA256-PAYLOAD",
            time,
            scope,
            previousSignature,
            Convert.ToHexStringLower(SHA256.HashData(EventFrame.HeaderBytes(":date", date))),
            Convert.ToHexStringLower(SHA256.HashData(outer.Payload))
        );
        var key = SentRequest.SigningKey(LoopbackService.Secret, scope);
        previousSignature = Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));
        Convert.ToHexStringLower((byte[])outer.Headers[":chunk-signature"]).ShouldBe(previousSignature);
    }

    private static async Task<EventFrame?> ReadFrameAsync(PipeReader reader, CancellationToken cancellationToken)
    {
        var start = await reader.ReadAtLeastAsync(4, cancellationToken);
        if (start.Buffer.IsEmpty && start.IsCompleted)
        {
            return null;
        }

        var length = BinaryPrimitives.ReadInt32BigEndian(start.Buffer.Slice(0, 4).ToArray());
        reader.AdvanceTo(start.Buffer.Start);
        var whole = await reader.ReadAtLeastAsync(length, cancellationToken);
        var frame = whole.Buffer.Slice(0, length);
        var parsed = EventFrame.Parse(frame.ToArray());
        reader.AdvanceTo(frame.End);
        return parsed;
    }
}

using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Sonic;

/// <summary>
/// Nova 2 Sonic's bidirectional stream, simulated at the wire: it hears turns and interruptions by the energy of the
/// audio that it really receives, and speaks the lines of a script. It is no model and understands nothing.
/// </summary>
public sealed class SonicService(IAgentScript script, SonicLimits limits, TimeProvider time, Action<SonicNews> observe)
    : IAwsService
{
    // As long as Kestrel itself would wait.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private const string Operation = "/invoke-with-bidirectional-stream";

    private readonly ConcurrentDictionary<string, Conversation> _conversations = new();

    /// <summary>What goes wrong with the sessions that are opened next, one after the other.</summary>
    public ConcurrentQueue<SonicFault> Faults { get; } = new();

    public string SigningName => "bedrock";

    public async Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        if (
            !path.StartsWith("/model/", StringComparison.Ordinal) || !path.EndsWith(Operation, StringComparison.Ordinal)
        )
        {
            throw new AwsException(
                "UnknownOperationException",
                $"The local Bedrock has InvokeModelWithBidirectionalStream alone, not {context.Request.Method} {path}.",
                StatusCodes.Status404NotFound
            );
        }

        if (!HttpProtocol.IsHttp2(context.Request.Protocol))
        {
            throw new AwsException(
                "ValidationException",
                "This operation needs HTTP/2: it speaks and listens at once."
            );
        }

        var model = Uri.UnescapeDataString(path["/model/".Length..^Operation.Length]);
        if (model.StartsWith("amazon.nova-sonic-v1", StringComparison.Ordinal))
        {
            // Withdrawn in September 2026.
            throw new AwsException(
                "ResourceNotFoundException",
                $"This model version has reached the end of its life: '{model}'. Use amazon.nova-2-sonic-v1:0.",
                StatusCodes.Status404NotFound
            );
        }

        if (!model.StartsWith("amazon.nova-2", StringComparison.Ordinal))
        {
            throw new AwsException("ValidationException", $"The provided model identifier is invalid: '{model}'.");
        }

        var seed =
            context.Features.Get<SignedRequest>() ?? throw new InvalidOperationException("The request is not signed.");
        var fault = Faults.TryDequeue(out var next) ? next : new SonicFault.None();
        if (fault is SonicFault.Refused refused)
        {
            throw refused.Error;
        }

        using var session = new SonicSession(
            ConversationOf(seed.Client),
            seed.Client,
            fault,
            new SonicSurroundings(script, limits, time, observe)
        );
        await ConverseAsync(context, session, new SignedMessages(seed));
    }

    // By a key that many share nothing tells who speaks: then each session is a conversation of its own.
    private Conversation ConversationOf(ClientKey client) =>
        client.Holder is { } holder
            ? _conversations.GetOrAdd(holder, static id => new Conversation(id))
            : new Conversation(Guid.NewGuid().ToString());

    private async Task ConverseAsync(HttpContext context, SonicSession session, SignedMessages signatures)
    {
        context.Response.ContentType = "application/vnd.amazon.eventstream";
        await context.Response.StartAsync(context.RequestAborted);
        // Kestrel holds the headers back until something is flushed.
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);

        // Unbounded: a slow client is the client's own loss, and an answer is a few hundred kilobytes at most.
        var output = Channel.CreateUnbounded<byte[]>(new UnboundedChannelOptions { SingleReader = true });
        var writing = WriteAsync(context, output.Reader);
        string? why = null;
        try
        {
            await session.HearAsync(context.Request.BodyReader, signatures, output.Writer, context.RequestAborted);
        }
        catch (SonicRefusalException refusal)
        {
            why = $"{refusal.Type}: {refusal.Message}";
            output.Writer.TryWrite(OutputEvents.Exception(refusal));
        }
        catch (SonicResetException reset)
        {
            why = reset.Message;
            context.Abort();
        }
        catch (Exception e) when (context.RequestAborted.IsCancellationRequested || e is IOException)
        {
            why = "the client went away";
        }

        output.Writer.Complete();
        await writing;
        session.IsLost = why is not null;
        observe(new SonicNews.Closed(session, why));
        await LeaveAsync(context);
    }

    /// <summary>
    /// Ends the response, and takes in what the client still sends: a stream that is reset while it sends would hide
    /// from it what the response said.
    /// </summary>
    private async Task LeaveAsync(HttpContext context)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, context.RequestAborted);
        var input = context.Request.BodyReader;
        try
        {
            await context.Response.CompleteAsync();
            ReadResult read;
            do
            {
                read = await input.ReadAsync(end.Token);
                input.AdvanceTo(read.Buffer.End);
            } while (!read.IsCompleted);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The client is gone, or does not end: the stream is closed under it.
        }
    }

    private static async Task WriteAsync(HttpContext context, ChannelReader<byte[]> messages)
    {
        try
        {
            await foreach (var message in messages.ReadAllAsync(context.RequestAborted))
            {
                await context.Response.BodyWriter.WriteAsync(message, context.RequestAborted);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            context.Abort();
        }
    }
}

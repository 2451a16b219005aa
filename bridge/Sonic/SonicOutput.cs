using System.Buffers;
using System.Text.Json;
using Amazon.BedrockRuntime.Model;

namespace SonicBridge.Bridge.Sonic;

/// <summary>Reads the events of one answer stream.</summary>
internal static class SonicOutput
{
    /// <summary>Reads until the stream ends.</summary>
    /// <param name="handle">Takes one event at a time; while it works, nothing is read: the model is held back by HTTP/2.</param>
    /// <param name="isClosing">Whether the bridge has said goodbye, after which some errors are none.</param>
    public static async Task<SonicEnd> ReadAsync(
        InvokeModelWithBidirectionalStreamOutput body,
        Func<SonicEvent, ValueTask> handle,
        Func<bool> isClosing,
        CancellationToken cancellationToken
    )
    {
        // Enumerating paces the reading, but forgets what came in one read with an exception; the event keeps it.
        var received = new Queue<MemoryStream>();
        body.ChunkReceived += (_, args) => received.Enqueue(args.EventStreamEvent.Bytes);
        await using var reading = body.GetAsyncEnumerator(cancellationToken);
        SonicEnd? end = null;
        while (end is null)
        {
            try
            {
                if (!await reading.MoveNextAsync())
                {
                    end = new SonicEnd(SonicEndKind.Closed, "The model closed the stream.");
                }
            }
            catch (Exception e)
            {
                end = SonicEnds.Of(e, isClosing());
            }

            while (received.TryDequeue(out var chunk))
            {
                await HandleAsync(chunk, handle);
            }
        }

        return end;
    }

    private static async ValueTask HandleAsync(MemoryStream chunk, Func<SonicEvent, ValueTask> handle)
    {
        var length = (int)chunk.Length;
        var json = ArrayPool<byte>.Shared.Rent(length);
        var pcm = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            chunk.Position = 0;
            chunk.ReadExactly(json, 0, length);
            await handle(Read(json.AsSpan(0, length), pcm));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(json);
            ArrayPool<byte>.Shared.Return(pcm);
        }
    }

    private static SonicEvent Read(ReadOnlySpan<byte> json, Memory<byte> pcm)
    {
        try
        {
            return SonicEventReader.Read(json, pcm);
        }
        catch (JsonException)
        {
            // One bad event is no reason to lose a caller: it is counted with those of unknown kinds.
            return new SonicEvent.Unknown("undecodable");
        }
    }
}

using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Http;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Kvs;

/// <summary>
/// One PutMedia: takes in the producer's Matroska as it comes, adds each fragment to the stream when it is whole, and
/// says so on the same connection, a line of JSON for each step.
/// </summary>
internal sealed class MediaIngest(HttpContext context, KvsStream stream, TimeProvider time)
{
    private const int InvalidMkvData = 4006;

    /// <summary>The most bytes of one fragment that the service takes: 50 MB.</summary>
    private const int MaxElement = 50 * 1024 * 1024;

    private readonly FragmentAssembly _assembly = new();
    private bool _isRelative;
    private long _startedAt;
    private long _receivedAt;

    /// <exception cref="AwsException">InvalidArgumentException: a header is missing or is none; the message names it.</exception>
    public async Task RunAsync()
    {
        ReadHeaders(context.Request.Headers);
        context.Response.ContentType = "application/json";
        await context.Response.StartAsync(context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        try
        {
            await ReadAsync(PipeReader.Create(context.Request.Body));
        }
        catch (InvalidDataException)
        {
            await SayAsync(
                "ERROR",
                _assembly.Timecode ?? 0,
                $",\"ErrorId\":{InvalidMkvData},\"ErrorCode\":\"INVALID_MKV_DATA\""
            );
        }
    }

    private void ReadHeaders(IHeaderDictionary headers)
    {
        _isRelative = headers["x-amzn-fragment-timecode-type"].ToString() switch
        {
            "RELATIVE" => true,
            "ABSOLUTE" => false,
            var other => throw StartSelector.Invalid(
                $"x-amzn-fragment-timecode-type is '{other}': it must be ABSOLUTE or RELATIVE"
            ),
        };
        var start = headers["x-amzn-producer-start-timestamp"].ToString();
        if (decimal.TryParse(start, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds))
        {
            _startedAt = (long)(seconds * 1000);
        }
        else if (_isRelative || start.Length > 0)
        {
            throw StartSelector.Invalid("x-amzn-producer-start-timestamp must be seconds since 1970");
        }
    }

    private async Task ReadAsync(PipeReader reader)
    {
        while (true)
        {
            var result = await reader.ReadAsync(context.RequestAborted);
            var buffer = result.Buffer;
            while (TryTake(ref buffer, out var element, out var bytes))
            {
                if (_assembly.Take(element, bytes) is { } ended)
                {
                    await KeepAsync(ended);
                }

                if (element.Id is MatroskaId.Timecode && _assembly.Timecode is { } timecode)
                {
                    _receivedAt = time.GetUtcNow().ToUnixTimeMilliseconds();
                    await SayAsync("BUFFERING", timecode);
                }
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
            if (!result.IsCompleted)
            {
                continue;
            }

            if (!buffer.IsEmpty)
            {
                throw new InvalidDataException("The body ends inside an element.");
            }

            if (_assembly.End() is { } last)
            {
                await KeepAsync(last);
            }

            return;
        }
    }

    private static bool TryTake(ref ReadOnlySequence<byte> buffer, out EbmlElement element, out byte[] bytes)
    {
        const int LongestHead = 12;
        Span<byte> head = stackalloc byte[LongestHead];
        var length = (int)Math.Min(buffer.Length, LongestHead);
        buffer.Slice(0, length).CopyTo(head);
        bytes = [];
        if (!EbmlElement.TryRead(head[..length], out element))
        {
            return false;
        }

        var isEntered = element.Id is MatroskaId.Segment or MatroskaId.Cluster;
        var size = isEntered ? 0 : element.Size ?? throw new InvalidDataException("Only a segment or cluster is open.");
        if (size > MaxElement)
        {
            throw new InvalidDataException($"An element of {size} bytes is more than a fragment may have.");
        }

        var whole = element.HeadLength + size;
        if (buffer.Length < whole)
        {
            return false;
        }

        bytes = buffer.Slice(0, whole).ToArray();
        buffer = buffer.Slice(whole);
        return true;
    }

    private async Task KeepAsync(ReceivedFragment received)
    {
        var producedAt = received.Timecode + (_isRelative ? _startedAt : 0);
        var number = stream.NextNumber(producedAt);
        var serviceTags = FragmentDocument.ServiceTags(number, producedAt, _receivedAt);
        byte[] document = [.. received.Head, .. serviceTags, .. received.Cluster, .. received.Tags];
        stream.Add(new Fragment(number, producedAt, _receivedAt, received.Duration, document));
        await SayAsync("RECEIVED", received.Timecode, $",\"FragmentNumber\":\"{number}\"");
        await SayAsync("PERSISTED", received.Timecode, $",\"FragmentNumber\":\"{number}\"");
    }

    private async Task SayAsync(string type, long timecode, string more = "")
    {
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"EventType\":\"{type}\",\"FragmentTimecode\":{timecode}{more}}}\r\n"
        );
        await context.Response.Body.WriteAsync(Encoding.ASCII.GetBytes(line), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }
}

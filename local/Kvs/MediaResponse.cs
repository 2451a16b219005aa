using Microsoft.AspNetCore.Http;

namespace SonicBridge.Local.Kvs;

/// <summary>The endless body of one GetMedia response: fragment after fragment, each when it is whole.</summary>
internal sealed class MediaResponse(
    HttpContext context,
    KvsStream stream,
    KvsSettings settings,
    TimeProvider time,
    MediaFault? fault
)
{
    private const long NeverReached = 1L << 40;

    private readonly CancellationToken _aborted = context.RequestAborted;
    private readonly long _started = time.GetTimestamp();

    public async Task StartAsync()
    {
        context.Response.ContentType = "video/webm";
        if (fault is MediaFault.Cut)
        {
            // A body shorter than announced is a broken connection to the reader, and what was sent still arrives: a
            // reset would throw it away.
            context.Response.ContentLength = NeverReached;
        }

        await context.Response.StartAsync(_aborted);
        await context.Response.Body.FlushAsync(_aborted);
    }

    /// <summary>Sends until the response's life ends, nothing new comes, a fault is due or the reader leaves.</summary>
    public async Task SendAsync(Func<Fragment, bool> isWanted)
    {
        var place = 0;
        for (var sent = 0; ; sent++)
        {
            if (await NextAsync(place, isWanted) is not var (fragment, next))
            {
                return;
            }

            place = next;
            if (await FailsAsync(sent, fragment))
            {
                return;
            }

            await WriteAsync(fragment.Document);
            await WriteAsync(FragmentDocument.ReaderTags(Behind(fragment), fragment.Number));
            await context.Response.Body.FlushAsync(_aborted);
        }
    }

    /// <summary>Sends what GetMedia says inside the stream when it cannot go on.</summary>
    public async Task ReportAsync(int id, string code)
    {
        await WriteAsync(FragmentDocument.Error(id, code));
        await context.Response.Body.FlushAsync(_aborted);
    }

    private async Task<(Fragment Fragment, int Next)?> NextAsync(int place, Func<Fragment, bool> isWanted)
    {
        while (settings.Lifetime - time.GetElapsedTime(_started) is var life && life > TimeSpan.Zero)
        {
            var (fragment, next, grown) = stream.Find(place, isWanted);
            if (fragment is not null)
            {
                await DelayAsync(fragment);
                return (fragment, next);
            }

            place = next;
            try
            {
                await grown.WaitAsync(life < settings.IdleLimit ? life : settings.IdleLimit, time, _aborted);
            }
            catch (TimeoutException)
            {
                return null;
            }
        }

        return null;
    }

    private async Task DelayAsync(Fragment fragment)
    {
        var due = DateTimeOffset.FromUnixTimeMilliseconds(fragment.ProducedAt) + fragment.Duration + settings.Delay;
        var left = due - time.GetUtcNow();
        if (settings.Delay > TimeSpan.Zero && left > TimeSpan.Zero)
        {
            await Task.Delay(left, time, _aborted);
        }
    }

    /// <returns>Whether the response ends here.</returns>
    private async Task<bool> FailsAsync(int sent, Fragment fragment)
    {
        switch (fault)
        {
            case MediaFault.Cut cut when cut.Fragments == sent:
                await WritePartAsync(fragment, cut.Bytes);
                return true;
            case MediaFault.SilentEnd end when end.Fragments == sent:
                await WritePartAsync(fragment, end.Bytes);
                return true;
            case MediaFault.Stall stall when stall.Fragments == sent:
                await WritePartAsync(fragment, stall.Bytes);
                await Task.Delay(Timeout.InfiniteTimeSpan, time, _aborted);
                return true;
            case MediaFault.Reported error when error.Fragments == sent:
                await ReportAsync(error.Id, error.Code);
                return true;
            default:
                return false;
        }
    }

    private async Task WritePartAsync(Fragment fragment, int bytes)
    {
        await WriteAsync(fragment.Document[..Math.Min(bytes, fragment.Document.Length)]);
        await context.Response.Body.FlushAsync(_aborted);
    }

    private ValueTask WriteAsync(ReadOnlyMemory<byte> bytes) => context.Response.Body.WriteAsync(bytes, _aborted);

    private long Behind(Fragment fragment) => Math.Max(0, (stream.Newest?.ProducedAt ?? 0) - fragment.ProducedAt);
}

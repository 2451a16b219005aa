using System.Buffers;
using System.IO.Pipelines;
using Amazon.KinesisVideoMedia.Model;
using Microsoft.Extensions.Logging;
using SonicBridge.Bridge.Kvs.Matroska;
using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Kvs;

/// <summary>
/// The caller's voice, from the contact's first fragment to the call's end: each block once and in order, across cuts
/// and GetMedia's silent end after 45 minutes, and not a byte of another contact.
/// </summary>
public sealed partial class CallerVoice : IDisposable
{
    private readonly KinesisMedia _media;
    private readonly CallDescription _call;
    private readonly CallerVoiceOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly VoiceFilter _filter;
    private readonly ReconnectPace _pace = new();
    private readonly StartSelection _starts;
    private readonly Patience _patience;
    private bool _hasOpened;
    private bool _fragmentIsGone;

    /// <param name="media">The call's stream; disposed with this.</param>
    /// <param name="call">The call.</param>
    public CallerVoice(
        KinesisMedia media,
        CallDescription call,
        CallerVoiceOptions options,
        TimeProvider time,
        ILogger<CallerVoice> log
    )
    {
        (_media, _call, _options, _time, _log) = (media, call, options, time, log);
        var first = call.StartFragmentNumber is { } number ? new FragmentNumber(number) : (FragmentNumber?)null;
        _filter = new VoiceFilter(call.ContactId, first, options.HoldEachFragment);
        _starts = new StartSelection(call, options, time.GetUtcNow());
        _patience = new Patience(options, time);
    }

    /// <summary>Fragments read, those that came again after a cut included.</summary>
    public long Fragments => _filter.Fragments;

    /// <summary>Blocks passed on.</summary>
    public long Blocks { get; private set; }

    /// <summary>Blocks of the caller's track that were held back, as another contact's or nobody's.</summary>
    public long ForeignBlocks => _filter.ForeignBlocks;

    /// <summary>How often the stream was opened again.</summary>
    public int Reconnects { get; private set; }

    /// <summary>How far the stream is behind its producer, in milliseconds, as it last said.</summary>
    public long MillisBehind => _filter.Report.MillisBehind;

    /// <summary>The last fragment that was passed on whole; null before the first.</summary>
    public string? LastWholeFragment => _filter.Place.LastWhole?.Text;

    /// <summary>Reads until the call ends. To be called once.</summary>
    /// <param name="sink">Takes the blocks; its exceptions end the reading and are the caller's.</param>
    /// <param name="cancellationToken">Ends the reading at once.</param>
    public async Task<VoiceEnd> ReadAsync(IVoiceSink sink, CancellationToken cancellationToken)
    {
        while (true)
        {
            var start = _starts.Next(_filter.Place, _fragmentIsGone);
            _fragmentIsGone = false;
            var end = await ReadConnectionAsync(start, sink, cancellationToken);
            if (FinalBy(end, start) is { } final)
            {
                return Ended(final);
            }

            if (end.Fault is not null)
            {
                _patience.Out();
            }

            var left = _patience.Left;
            if (left <= TimeSpan.Zero)
            {
                await PassHeldAsync(_filter.End(), sink, cancellationToken);
                return Ended(_patience.IsOver ? NoMoreFragments() : Unreadable(end.Cause));
            }

            var delay = _pace.Next(end.Fault?.Kind == MediaFaultKind.LimitReached);
            Reconnecting(end.Cause, delay.TotalMilliseconds);
            await Task.Delay(delay < left ? delay : left, _time, cancellationToken);
            Reconnects++;
        }
    }

    public void Dispose()
    {
        _filter.Dispose();
        _media.Dispose();
    }

    private async Task<ConnectionEnd> ReadConnectionAsync(
        StartSelector start,
        IVoiceSink sink,
        CancellationToken cancellationToken
    )
    {
        using var alarm = new CancellationTokenSource(_options.Connect, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, alarm.Token);
        GetMediaResponse answer;
        _patience.Out();
        try
        {
            answer = await _media.OpenAsync(start, either.Token);
        }
        catch (Exception e) when (MediaFault.Of(e) is { } fault)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return ConnectionEnd.By(fault);
        }

        using (answer)
        {
            alarm.CancelAfter(Timeout.InfiniteTimeSpan);
            _hasOpened = true;
            _patience.Open();
            Connected(start.StartSelectorType.Value, start.AfterFragmentNumber, Blocks);
            _filter.Resume();
            var pipe = PipeReader.Create(answer.Payload, new StreamPipeReaderOptions(bufferSize: 8192));
            try
            {
                var reader = new FragmentReader(pipe, _options.Limits);
                return await PassOnAsync(reader, sink, alarm, either.Token, cancellationToken);
            }
            finally
            {
                await pipe.CompleteAsync();
            }
        }
    }

    private async Task<ConnectionEnd> PassOnAsync(
        FragmentReader reader,
        IVoiceSink sink,
        CancellationTokenSource alarm,
        CancellationToken either,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            MkvItem item;
            try
            {
                while (!reader.TryRead(out item))
                {
                    if (_patience.Wait is not { Ticks: > 0 } wait)
                    {
                        return new ConnectionEnd("nothing new came");
                    }

                    alarm.CancelAfter(wait);
                    if (!await reader.WaitAsync(either))
                    {
                        return new ConnectionEnd(reader.IsTruncated ? "it was cut inside a fragment" : "it ended");
                    }

                    alarm.CancelAfter(Timeout.InfiniteTimeSpan);
                }
            }
            catch (OperationCanceledException)
            {
                cancellationToken.ThrowIfCancellationRequested();
                return new ConnectionEnd("nothing came for a while");
            }
            catch (Exception e) when (MediaFault.Of(e) is { } fault)
            {
                cancellationToken.ThrowIfCancellationRequested();
                return ConnectionEnd.By(fault);
            }

            switch (_filter.Take(item))
            {
                case Verdict.Pass:
                    var pcm = item.Value.Slice(0, item.Value.Length & ~1);
                    await sink.WriteAsync(pcm, _filter.PositionOf(item), cancellationToken);
                    Passed(item.Time, 1);
                    break;
                case Verdict.PassHeld:
                    await PassHeldAsync(Verdict.PassHeld, sink, cancellationToken);
                    break;
                case Verdict.AnotherContact:
                    return ConnectionEnd.By(
                        new VoiceEnd(VoiceEndKind.StreamReused, "The stream began to carry another contact.")
                    );
            }

            if (_filter.Report.Error is { Id: not null } error)
            {
                _fragmentIsGone = error.FragmentIsGone;
                return ConnectionEnd.By(MediaFault.Of(error));
            }

            if (_filter.Held.Bytes > _options.MostHeldBytes)
            {
                return ConnectionEnd.By(
                    Unreadable("its fragments name no contact; it must be one that Amazon Connect writes")
                );
            }
        }
    }

    private async ValueTask PassHeldAsync(Verdict verdict, IVoiceSink sink, CancellationToken cancellationToken)
    {
        if (verdict != Verdict.PassHeld)
        {
            return;
        }

        var held = _filter.Held;
        var lastTime = 0L;
        for (var i = 0; i < held.Count; i++)
        {
            var (position, pcm) = held[i];
            await sink.WriteAsync(new ReadOnlySequence<byte>(pcm), position, cancellationToken);
            lastTime = position.Time;
        }

        Passed(lastTime, held.Count);
    }

    private void Passed(long lastTime, int blocks)
    {
        _filter.Passed(lastTime);
        _pace.Succeeded();
        Blocks += blocks;
        _patience.News();
    }

    private VoiceEnd? FinalBy(ConnectionEnd end, StartSelector start)
    {
        if (end.Fault is { Kind: MediaFaultKind.Refused } && start.AfterFragmentNumber is not null)
        {
            _fragmentIsGone = true;
            return null;
        }

        return end switch
        {
            { Final: { } final } => final,
            { Fault: { Kind: MediaFaultKind.Fatal } fault } => Unreadable(fault.Cause),
            { Fault: { Kind: MediaFaultKind.Refused } fault } when !_hasOpened => Unreadable(fault.Cause),
            _ => null,
        };
    }

    private VoiceEnd NoMoreFragments()
    {
        var limit = Blocks > 0 ? _options.EndOfCall : _options.FirstBlock;
        return new VoiceEnd(VoiceEndKind.NoMoreFragments, $"No more fragments came for {limit.TotalSeconds:0.#} s.");
    }

    private VoiceEnd Unreadable(string cause) =>
        new(VoiceEndKind.Unreadable, $"The stream {_call.StreamArn} can't be read: {cause}.");

    private VoiceEnd Ended(VoiceEnd end)
    {
        CallerVoiceEnded(end.Kind, end.Detail, Fragments, Blocks, Reconnects);
        return end;
    }
}

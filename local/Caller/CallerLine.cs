using SonicBridge.Local.Audio;
using SonicBridge.Local.Connect;
using SonicBridge.Local.Kvs;

namespace SonicBridge.Local.Caller;

/// <summary>
/// The telephone between the acted caller and Connect, in real time: a block every 64 ms goes from the caller to the
/// recording and, while media streaming is on, to Kinesis Video; prompts come back and take as long as they last.
/// </summary>
public sealed class CallerLine(
    CallerActor caller,
    KvsStreams streams,
    StreamingSettings layout,
    TimeProvider time,
    Action<LineNews> observe
) : ICallerLine, IDisposable
{
    private readonly CancellationTokenSource _hungUp = new();
    private readonly Lock _lock = new();
    private readonly long _start = time.GetTimestamp();
    private StreamingRun? _run;
    private long? _publishedFrom;
    private long _publishedTo;

    /// <inheritdoc/>
    public CancellationToken HungUp => _hungUp.Token;

    /// <summary>Both voices, from the start of the call.</summary>
    public CallRecording Recording { get; } = new();

    /// <summary>All that was published of the caller's voice.</summary>
    public ReadOnlyMemory<short> Published
    {
        get
        {
            lock (_lock)
            {
                return _publishedFrom is { } from ? Recording.Caller.AsMemory((int)from..(int)_publishedTo) : default;
            }
        }
    }

    /// <summary>How loud both sides were in the last block, in dB of full scale.</summary>
    public (double Caller, double Agent) Levels { get; private set; } = (Loudness.Silence, Loudness.Silence);

    /// <summary>How long ago the call began.</summary>
    public TimeSpan Now => time.GetElapsedTime(_start);

    /// <summary>Lets the caller speak until hanging up, or until the call is over.</summary>
    public async Task RunAsync(CancellationToken callOver)
    {
        var block = new short[StreamingRun.BlockSamples];
        var agent = new short[StreamingRun.BlockSamples];
        for (var samples = 0L; ; samples += block.Length)
        {
            // By the clock and not by the sum of delays, so that an hour's call drifts by nothing.
            var due = Telephone.DurationOf(samples + block.Length);
            if (due - Now is { } ahead && ahead > TimeSpan.Zero)
            {
                await Task.Delay(ahead, time, callOver).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            if (callOver.IsCancellationRequested)
            {
                return;
            }

            Publish(block, agent, samples);
            if (caller.HasHungUp)
            {
                observe(new LineNews.HangsUp(due));
                await _hungUp.CancelAsync();
                return;
            }
        }
    }

    /// <inheritdoc/>
    public MediaStream StartStreaming(Contact contact)
    {
        StreamingRun run;
        lock (_lock)
        {
            run = _run ??= streams.Start(contact.Id, layout);
        }

        observe(new LineNews.StreamingBegins(Now, run.Stream.Arn));
        return new MediaStream(run.Stream.Arn, run.StartFragmentNumber, run.StartedAt);
    }

    /// <inheritdoc/>
    public void StopStreaming()
    {
        StreamingRun? run;
        lock (_lock)
        {
            (run, _run) = (_run, null);
        }

        if (run is not null)
        {
            run.Stop();
            observe(new LineNews.StreamingEnds(Now));
        }
    }

    /// <inheritdoc/>
    public async Task HearAsync(SpokenPrompt prompt, CancellationToken cancellationToken)
    {
        var began = Now;
        var duration = Telephone.DurationOf(prompt.Samples.Length);
        Recording.AddAgent(prompt.Samples.Span, began);
        // Breaks are the way in which a flow waits: to the caller they are nobody's words.
        var isHeard = prompt.Samples.Span.ContainsAnyExcept((short)0);
        if (isHeard)
        {
            caller.AgentBegins(began);
        }

        try
        {
            await Task.Delay(duration, time, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Recording.CutAgent(Now);
            throw;
        }
        finally
        {
            var heard = Now - began;
            if (isHeard)
            {
                caller.AgentEnds(began + heard);
            }

            observe(new LineNews.PromptHeard(began, heard < duration ? heard : duration, prompt.Source));
        }
    }

    public void Dispose()
    {
        StopStreaming();
        _hungUp.Dispose();
    }

    private void Publish(short[] block, short[] agent, long samples)
    {
        var begun = caller.Begun;
        var at = Telephone.DurationOf(samples);
        caller.Speak(block, at);
        if (caller.Begun > begun)
        {
            observe(new LineNews.CallerSpeaks(at, caller.Begun));
        }

        Recording.AddCaller(block);
        Recording.ReadAgent(agent, at);
        Levels = (Loudness.Decibels(block), Loudness.Decibels(agent));
        lock (_lock)
        {
            if (_run is { } run)
            {
                run.Add(block, agent);
                _publishedFrom ??= samples;
                _publishedTo = samples + block.Length;
            }
        }
    }
}

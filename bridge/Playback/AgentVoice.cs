using System.Threading.Channels;
using Amazon.S3;
using SonicBridge.Bridge.Conversation;
using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Playback;

/// <summary>
/// The agent's voice on its way to the caller: cut into prompts, encoded, stored, and listed in the order in which it
/// was spoken. Prompts are stored while more is spoken; the playlist names only what is stored.
/// </summary>
internal sealed class AgentVoice : IAgentVoice, IAsyncDisposable
{
    private const int NoByte = -1;

    private readonly Lock _gate = new();
    private readonly PromptStore _prompts;
    private readonly PlaylistWriter _writer;
    private readonly PlaylistDraft _draft;
    private readonly AgentVoiceOptions _options;
    private readonly TimeProvider _time;
    private readonly PromptCutter _cutter;
    private readonly SpokenSamples _spoken;
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationToken _stopping;
    private readonly Channel<bool> _news = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true }
    );
    private readonly List<Prompt> _listed = [];
    private readonly Task _publishing;
    private TaskCompletionSource _moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _published;
    private int _halfSample = NoByte;
    private bool _over;

    private AgentVoice(
        PromptStore prompts,
        PlaylistWriter writer,
        PlaylistDraft draft,
        AgentVoiceOptions options,
        TimeProvider time
    )
    {
        (_prompts, _writer, _draft, _options, _time) = (prompts, writer, draft, options, time);
        _stopping = _stop.Token;
        _cutter = new PromptCutter(options.Lengths);
        _spoken = new SpokenSamples(_cutter.MostPending);
        _publishing = Task.Run(PublishAsync);
    }

    /// <summary>What the flow does once all prompts are played, as far as it is decided, be it by the bridge before.</summary>
    public FlowStep Next
    {
        get
        {
            lock (_gate)
            {
                return _draft.Next;
            }
        }
    }

    /// <summary>Takes the call's playlist over, and continues it where another bridge left it.</summary>
    /// <param name="generation">Which of the call's bridges this is.</param>
    /// <exception cref="SupersededException">A later bridge has it.</exception>
    public static async Task<AgentVoice> OpenAsync(
        IAmazonS3 s3,
        CallFolder folder,
        int generation,
        AgentVoiceOptions options,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var writer = new PlaylistWriter(new CallStore(s3, folder), generation);
        var claimed = await writer.ClaimAsync(cancellationToken);
        var isFirst = claimed is { Generation: 1, Prompts.Count: 0, DroppedThrough: 0 };
        var handedOut = isFirst ? 0 : await writer.ReadHandedOutAsync(cancellationToken) ?? 0;
        var draft = new PlaylistDraft(claimed, handedOut);
        return new AgentVoice(new PromptStore(s3, folder, generation), writer, draft, options, time);
    }

    /// <summary>Takes what the agent says. Waits only when S3 falls far behind.</summary>
    /// <param name="pcm">16-bit little-endian, 8 kHz, mono; a sample may be split between two calls.</param>
    public ValueTask SpeakAsync(ReadOnlyMemory<byte> pcm, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (!_over)
            {
                Take(pcm.Span);
            }

            if (!_publishing.IsCompleted && _draft.UnderWay <= _options.MostUnderWay)
            {
                return ValueTask.CompletedTask;
            }
        }

        return new ValueTask(WaitAsync(() => _draft.UnderWay <= _options.MostUnderWay, cancellationToken));
    }

    /// <summary>Lets all that was said so far be played.</summary>
    public ValueTask EndTurnAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            EndTurn();
        }

        return _publishing.IsCompleted ? new ValueTask(_publishing) : ValueTask.CompletedTask;
    }

    /// <summary>Drops all that the flow was not given yet, by one put; completes when that is written.</summary>
    public ValueTask InterruptAsync(CancellationToken cancellationToken)
    {
        long version;
        lock (_gate)
        {
            _cutter.EndTurn();
            _spoken.Clear();
            _halfSample = NoByte;
            foreach (var prompt in _draft.Drop())
            {
                Observe(prompt, PromptStage.Void);
            }

            version = _draft.Version;
        }

        _news.Writer.TryWrite(true);
        return new ValueTask(WaitAsync(() => _published >= version, cancellationToken));
    }

    /// <summary>Lets all that was said be played, and tells the flow what comes after it. Nothing is said afterwards.</summary>
    public Task FinishAsync(FlowStep next, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            EndTurn();
            _over = true;
            _draft.Finish(next);
        }

        _news.Writer.TryWrite(true);
        return WaitAsync(() => _draft.IsFinished && _published >= _draft.Version, cancellationToken);
    }

    /// <summary>Stops; what is not written by now is not written.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _over = true;
        }

        await _stop.CancelAsync();
        await _publishing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _spoken.Dispose();
        _stop.Dispose();
    }

    private void Take(ReadOnlySpan<byte> pcm)
    {
        if (_halfSample != NoByte && !pcm.IsEmpty)
        {
            TakeSamples([(byte)_halfSample, pcm[0]]);
            pcm = pcm[1..];
            _halfSample = NoByte;
        }

        if ((pcm.Length & 1) == 1)
        {
            _halfSample = pcm[^1];
            pcm = pcm[..^1];
        }

        TakeSamples(pcm);
    }

    private void TakeSamples(ReadOnlySpan<byte> pcm)
    {
        while (!pcm.IsEmpty)
        {
            var samples = _cutter.Take(pcm, out var taken);
            _spoken.Append(pcm[..taken]);
            pcm = pcm[taken..];
            Store(samples);
        }
    }

    private void EndTurn()
    {
        _halfSample = NoByte;
        if (!_over)
        {
            Store(_cutter.EndTurn());
        }
    }

    private void Store(int samples)
    {
        if (samples == 0)
        {
            return;
        }

        var file = _spoken.Cut(samples);
        var number = _draft.TakeNumber();
        var prompt = new Prompt(number, _prompts.NameOf(number), file.Milliseconds);
        Observe(prompt, PromptStage.Cut);
        _draft.Add(prompt, StoreInBackground(number, file));
    }

    private Task StoreInBackground(int number, PromptFile file)
    {
        // Signing and sending must not keep the model's events waiting.
        var stored = Task.Run(() => StoreAsync(number, file));
        _ = stored.ContinueWith(
            static (stored, news) =>
            {
                // The draft sees the exception, unless the prompt was dropped: then nobody misses it.
                _ = stored.Exception;
                ((Channel<bool>)news!).Writer.TryWrite(true);
            },
            _news,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
        return stored;
    }

    private async Task StoreAsync(int number, PromptFile file)
    {
        using (file)
        {
            await _prompts.PutAsync(number, file, _stopping);
        }
    }

    private async Task PublishAsync()
    {
        while (await _news.Reader.WaitToReadAsync(_stopping))
        {
            _news.Reader.TryRead(out _);
            await PublishNewsAsync();
        }
    }

    private async Task PublishNewsAsync()
    {
        Playlist playlist;
        long version;
        _listed.Clear();
        lock (_gate)
        {
            _draft.ListStored(_listed);
            (playlist, version) = (_draft.ToPlaylist(), _draft.Version);
        }

        if (version != _published)
        {
            await _writer.PutAsync(playlist, _stopping);
        }

        _listed.ForEach(prompt => Observe(prompt, PromptStage.Playable));
        lock (_gate)
        {
            _published = version;
        }

        Move();
        if (playlist.Prompts.Count >= _options.ListedBeforeShortening)
        {
            var handedOut = await _writer.ReadHandedOutAsync(_stopping);
            lock (_gate)
            {
                _draft.Shorten(handedOut ?? 0);
            }
        }
    }

    /// <summary>Wakes those who wait for the loop to have moved on.</summary>
    private void Move()
    {
        TaskCompletionSource moved;
        lock (_gate)
        {
            moved = _moved;
            _moved = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        moved.SetResult();
    }

    private async Task WaitAsync(Func<bool> isReached, CancellationToken cancellationToken)
    {
        while (!_publishing.IsCompleted)
        {
            Task moved;
            lock (_gate)
            {
                if (isReached())
                {
                    return;
                }

                moved = _moved.Task;
            }

            await Task.WhenAny(moved, _publishing).WaitAsync(cancellationToken);
        }

        // It ends by itself only when it fails, for all that follows too.
        await _publishing;
    }

    private void Observe(Prompt prompt, PromptStage stage) =>
        _options.Observe(new PromptEvent(prompt, stage, _time.GetUtcNow()));
}

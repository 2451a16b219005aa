using System.Threading.Channels;
using SonicBridge.Bridge.Conversation;
using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Playback;

/// <summary>
/// Stores prompts, several at once, and keeps the playlist in S3 as the draft is. One loop writes it; when several
/// things change meanwhile, its next put has them all.
/// </summary>
internal sealed class PlaylistPublisher : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly PromptStore _store;
    private readonly PlaylistWriter _writer;
    private readonly PlaylistDraft _draft;
    private readonly AgentVoiceOptions _options;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationToken _stopping;
    private readonly List<Prompt> _listed = [];
    private readonly Task _publishing;

    // One is enough: whoever reads it looks at all that has changed.
    private readonly Channel<bool> _news = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true }
    );
    private TaskCompletionSource _moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _published;

    public PlaylistPublisher(
        PromptStore store,
        PlaylistWriter writer,
        PlaylistDraft draft,
        AgentVoiceOptions options,
        TimeProvider time
    )
    {
        (_store, _writer, _draft, _options, _time) = (store, writer, draft, options, time);
        _stopping = _stop.Token;
        _publishing = Task.Run(PublishAsync);
    }

    /// <summary>Prompts up to this one are void, but for those that were handed out before.</summary>
    public int DroppedThrough
    {
        get
        {
            lock (_gate)
            {
                return _draft.DroppedThrough;
            }
        }
    }

    /// <summary>Stores a prompt, and lists it behind those before it.</summary>
    /// <returns>Its number.</returns>
    public int Add(PromptFile file)
    {
        lock (_gate)
        {
            var number = _draft.TakeNumber();
            var prompt = new Prompt(number, _store.NameOf(number), file.Milliseconds);
            Observe(prompt, PromptStage.Cut);
            _draft.Add(prompt, StoreInBackground(number, file));
            return number;
        }
    }

    /// <summary>Lists a text for Connect to say, behind the prompts before it.</summary>
    public void Add(string text)
    {
        lock (_gate)
        {
            var prompt = Prompt.Saying(_draft.TakeNumber(), text, SpokenText.MillisecondsOf(text));
            Observe(prompt, PromptStage.Cut);
            _draft.Add(prompt, Task.CompletedTask);
        }

        _news.Writer.TryWrite(true);
    }

    /// <summary>Completes at once unless S3 is far behind, or a put has failed before.</summary>
    public ValueTask WaitForRoomAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (!_publishing.IsCompleted && HasRoom())
            {
                return ValueTask.CompletedTask;
            }
        }

        return new ValueTask(WaitAsync(HasRoom, cancellationToken));
    }

    /// <summary>Voids all that was not handed out, by one put.</summary>
    public Task DropAsync(CancellationToken cancellationToken)
    {
        long version;
        lock (_gate)
        {
            foreach (var prompt in _draft.Drop())
            {
                Observe(prompt, PromptStage.Void);
            }

            version = _draft.Version;
        }

        _news.Writer.TryWrite(true);
        return WaitAsync(() => _published >= version, cancellationToken);
    }

    /// <summary>Lists all, and then tells the flow what comes after it.</summary>
    public Task FinishAsync(
        CallEnding ending,
        FlowStep next,
        TransferTarget? transfer,
        CancellationToken cancellationToken
    )
    {
        lock (_gate)
        {
            _draft.Finish(ending, next, transfer);
        }

        _news.Writer.TryWrite(true);
        return WaitAsync(() => _draft.IsFinished && _published >= _draft.Version, cancellationToken);
    }

    /// <summary>Stops; what is not written by now is not written.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _publishing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private bool HasRoom() => _draft.UnderWay <= _options.MostUnderWay;

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
            await _store.PutAsync(number, file, _stopping);
        }
    }

    private async Task PublishAsync()
    {
        while (await _news.Reader.WaitToReadAsync(_stopping))
        {
            _news.Reader.TryRead(out _);
            var listed = await PublishNewsAsync();
            if (listed >= _options.ListedBeforeShortening)
            {
                await ShortenAsync();
            }
        }
    }

    private async Task<int> PublishNewsAsync()
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
        TaskCompletionSource moved;
        lock (_gate)
        {
            _published = version;
            moved = _moved;
            _moved = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        moved.SetResult();
        return playlist.Prompts.Count;
    }

    private async Task ShortenAsync()
    {
        var handedOut = await _writer.ReadHandedOutAsync(_stopping);
        lock (_gate)
        {
            _draft.Shorten(handedOut ?? 0);
        }
    }

    /// <exception cref="SupersededException">Another bridge has the playlist.</exception>
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

        // The loop ends by itself only when it fails, and then for all that follows too.
        await _publishing;
    }

    private void Observe(Prompt prompt, PromptStage stage) =>
        _options.Observe(new PromptEvent(prompt, stage, _time.GetUtcNow()));
}

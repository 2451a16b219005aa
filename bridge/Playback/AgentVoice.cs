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

    private readonly Lock _speaking = new();
    private readonly PlaylistPublisher _publisher;
    private readonly PromptCutter _cutter;
    private readonly SpokenSamples _spoken;
    private readonly PlaybackLedger _ledger = new();
    private readonly CallStore _store;
    private Progress? _progress;
    private int _halfSample = NoByte;
    private long _given;
    private long _cut;
    private bool _over;

    private AgentVoice(
        PlaylistPublisher publisher,
        CallStore store,
        IReadOnlyList<PromptLengths> lengths,
        CallOutcome? decided
    )
    {
        (_publisher, _store, Decided) = (publisher, store, decided);
        _cutter = new PromptCutter(lengths);
        _spoken = new SpokenSamples(_cutter.MostPending);
    }

    /// <summary>How the bridge before had ended the call, when it had told the flow so.</summary>
    public CallOutcome? Decided { get; }

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
        var calls = new CallStore(s3, folder);
        var writer = new PlaylistWriter(calls, generation);
        var claimed = await writer.ClaimAsync(cancellationToken);
        var isFirst = claimed is { Generation: 1, Prompts.Count: 0, DroppedThrough: 0 };
        var handedOut = isFirst ? 0 : await writer.ReadHandedOutAsync(cancellationToken) ?? 0;
        var draft = new PlaylistDraft(claimed, handedOut);
        var store = new PromptStore(s3, folder, generation);
        var publisher = new PlaylistPublisher(store, writer, draft, options, time);
        return new AgentVoice(publisher, calls, options.Lengths, DecidedBy(claimed));
    }

    /// <summary>Takes what the agent says. Waits only when S3 falls far behind.</summary>
    /// <param name="pcm">16-bit little-endian, 8 kHz, mono; a sample may be split between two calls.</param>
    public ValueTask SpeakAsync(ReadOnlyMemory<byte> pcm, CancellationToken cancellationToken)
    {
        lock (_speaking)
        {
            _given += pcm.Length;
            if (!_over)
            {
                Take(pcm.Span);
            }
        }

        return _publisher.WaitForRoomAsync(cancellationToken);
    }

    /// <summary>Lets all that was said so far be played.</summary>
    public ValueTask EndTurnAsync(CancellationToken cancellationToken)
    {
        EndTurn();
        return _publisher.WaitForRoomAsync(cancellationToken);
    }

    /// <summary>Lets Connect say a text, after all that was said so far. Once the voice is over nothing is said.</summary>
    public ValueTask SayAsync(string text, CancellationToken cancellationToken)
    {
        EndTurn();
        lock (_speaking)
        {
            if (!_over)
            {
                _publisher.Add(text);
            }
        }

        return _publisher.WaitForRoomAsync(cancellationToken);
    }

    /// <summary>Drops all that the flow was not given yet, by one put; completes when that is written.</summary>
    public ValueTask InterruptAsync(CancellationToken cancellationToken)
    {
        lock (_speaking)
        {
            _cutter.EndTurn();
            _spoken.Clear();
            _halfSample = NoByte;
            _ledger.Drop(new SampleRange(_cut, GoOn()));
        }

        return new ValueTask(_publisher.DropAsync(cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SampleRange>> UnheardAsync(bool nothingFollows, CancellationToken cancellationToken)
    {
        var droppedThrough = nothingFollows ? int.MaxValue : _publisher.DroppedThrough;
        if (IsUncertain(droppedThrough))
        {
            // What the flow has passed is final.
            _progress = (await _store.ReadAsync(CallFile.Progress, cancellationToken))?.Value;
        }

        lock (_speaking)
        {
            return _ledger.Unheard(_progress, droppedThrough);
        }
    }

    private bool IsUncertain(int droppedThrough)
    {
        lock (_speaking)
        {
            return _ledger.DependsOnProgress(droppedThrough) && !(_progress?.HandedOut >= droppedThrough);
        }
    }

    /// <summary>Lets all that was said be played, and tells the flow what comes after it. Nothing is said afterwards.</summary>
    public Task FinishAsync(
        CallEnding ending,
        FlowStep next,
        TransferTarget? transfer,
        CancellationToken cancellationToken
    )
    {
        EndTurn();
        lock (_speaking)
        {
            _over = true;
        }

        return _publisher.FinishAsync(ending, next, transfer, cancellationToken);
    }

    /// <summary>Stops; what is not written by now is not written.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_speaking)
        {
            _over = true;
            _spoken.Dispose();
        }

        await _publisher.DisposeAsync();
    }

    private static CallOutcome? DecidedBy(Playlist before) =>
        before.Next is FlowStep.End or FlowStep.Transfer
            // A bridge of an earlier version does not say why; most calls end by the agent's wish.
            ? new CallOutcome(
                before.Ending ?? (before.Next is FlowStep.End ? CallEnding.AgentEnded : CallEnding.TransferRequested),
                before.Next,
                "The bridge before had ended the conversation."
            )
            : null;

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
            Publish(samples);
        }
    }

    private void EndTurn()
    {
        lock (_speaking)
        {
            _halfSample = NoByte;
            // Silence at the end of a turn is not worth a prompt: nothing follows it.
            var isSilent = _cutter.IsSilent;
            var samples = _cutter.EndTurn();
            if (_over || isSilent)
            {
                _spoken.Clear();
            }
            else
            {
                Publish(samples);
            }

            GoOn();
        }
    }

    private void Publish(int samples)
    {
        if (samples > 0)
        {
            var number = _publisher.Add(_spoken.Cut(samples));
            _ledger.Cut(number, new SampleRange(_cut, _cut + samples));
            _cut += samples;
        }
    }

    // What is said next begins behind all that was given, be it in a prompt or not.
    private long GoOn() => _cut = _given / sizeof(short);
}

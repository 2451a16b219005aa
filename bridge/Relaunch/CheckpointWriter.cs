using SonicBridge.Bridge.Conversation;
using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Relaunch;

/// <summary>
/// Writes the checkpoint on the condition that nobody else has. A bridge that was given up and comes back loses its put,
/// and with it the call.
/// </summary>
internal sealed class CheckpointWriter(CallStore store, int generation, DateTimeOffset startedAt, TimeProvider time)
{
    private const int MostClaims = 5;

    private readonly DateTimeOffset _since = time.GetUtcNow();
    private DateTimeOffset _startedAt = startedAt;
    private IReadOnlyList<string> _chapters = [];
    private int _written;
    private string? _etag;

    /// <summary>When the call began, be it by the bridge before.</summary>
    public DateTimeOffset StartedAt => _startedAt;

    /// <summary>Takes the checkpoint over from the bridge before. The first bridge of a call need not.</summary>
    /// <returns>What that bridge left, or null when it left nothing.</returns>
    /// <exception cref="SupersededException">A later bridge has it.</exception>
    public async Task<Checkpoint?> ClaimAsync(CancellationToken cancellationToken)
    {
        for (var i = 0; i < MostClaims; i++)
        {
            var found = await store.ReadAsync(CallFile.Checkpoint, cancellationToken);
            if (found?.Value.Generation > generation)
            {
                throw Superseded(found.Value.Generation);
            }

            (_etag, _startedAt) = (found?.ETag, found?.Value.StartedAt ?? _startedAt);
            _chapters = found?.Value.Chapters ?? [];
            var left = found?.Value ?? Of(new Remembered(Recollection.Nothing, null));
            var mine = left with { Generation = generation, Since = _since, At = _since, Leaving = false };
            // Also where there was none: the bridge before must not write its first now.
            if (await TryPutAsync(mine, cancellationToken))
            {
                return found?.Value is { } before
                    ? before with
                    {
                        Lines = await store.ReadLinesAsync(before, cancellationToken),
                    }
                    : null;
            }
        }

        throw new SupersededException($"The checkpoint of {store.Folder} changes faster than it can be taken over.");
    }

    /// <summary>Writes it. To be called by one at a time.</summary>
    /// <exception cref="SupersededException">Another bridge has written it.</exception>
    public async Task PutAsync(Remembered remembered, CancellationToken cancellationToken)
    {
        var checkpoint = Of(remembered);
        if (await TryPutAsync(checkpoint, cancellationToken))
        {
            await KeepChapterAsync(remembered, cancellationToken);
            return;
        }

        // A put whose answer was lost is sent again by the SDK, and then finds what it wrote itself.
        var found = await store.ReadAsync(CallFile.Checkpoint, cancellationToken);
        if (found is null || (found.Value.Generation, found.Value.At) != (generation, checkpoint.At))
        {
            throw Superseded(found?.Value.Generation);
        }

        _etag = found.ETag;
    }

    private Checkpoint Of(Remembered remembered) =>
        new()
        {
            Generation = generation,
            Since = _since,
            At = time.GetUtcNow(),
            StartedAt = _startedAt,
            AfterFragment = remembered.AfterFragment,
            Chapters = _chapters,
            Lines = [.. remembered.Said.Lines.Skip(_chapters.Count * Chapter.Length)],
            Settled = remembered.Said.Settled,
            Leaving = remembered.IsLeaving,
            Promised = remembered.Promised,
            AwaitsTool = remembered.AwaitsTool,
        };

    // Only by who has just put the checkpoint, and only of lines that are long over: what was heard of them is known.
    private async Task KeepChapterAsync(Remembered remembered, CancellationToken cancellationToken)
    {
        var from = _chapters.Count * Chapter.Length;
        if (!remembered.IsExact || remembered.Said.Lines.Count - from < 2 * Chapter.Length)
        {
            return;
        }

        var name = Chapter.NameOf(generation, ++_written);
        var chapter = new Chapter([.. remembered.Said.Lines.Skip(from).Take(Chapter.Length)]);
        await store.WriteAsync(Chapter.File(name), chapter, cancellationToken);
        _chapters = [.. _chapters, name];
    }

    private async Task<bool> TryPutAsync(Checkpoint checkpoint, CancellationToken cancellationToken)
    {
        var etag = await store.TryWriteAsync(CallFile.Checkpoint, checkpoint, _etag, cancellationToken);
        _etag = etag ?? _etag;
        return etag is not null;
    }

    private SupersededException Superseded(int? by) =>
        new(
            $"The checkpoint of {store.Folder} belongs to bridge {by?.ToString() ?? "none"}, no longer to {generation}."
        );
}

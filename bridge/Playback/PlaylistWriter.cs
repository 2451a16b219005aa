using SonicBridge.Bridge.Conversation;
using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Playback;

/// <summary>
/// Writes the playlist on the condition that nobody else has. A bridge that was given up and comes back loses its put
/// and stops, so that two bridges never both speak.
/// </summary>
internal sealed class PlaylistWriter(CallStore store, int generation)
{
    private const int MostClaims = 5;

    private string? _etag;
    private string? _progressETag;

    /// <summary>Takes the playlist over from the bridge before; its prompts and its decision stay.</summary>
    /// <exception cref="SupersededException">A later bridge has it.</exception>
    public async Task<Playlist> ClaimAsync(CancellationToken cancellationToken)
    {
        // The first bridge of a call finds nothing, and need not look.
        var fresh = new Playlist(generation, [], 0, FlowStep.Wait);
        if (generation == 1 && await TryPutAsync(fresh, cancellationToken))
        {
            return fresh;
        }

        for (var i = 0; i < MostClaims; i++)
        {
            var found = await store.ReadAsync(CallFile.Playlist, cancellationToken);
            if (found?.Value.Generation > generation)
            {
                throw Superseded(found.Value.Generation);
            }

            _etag = found?.ETag;
            var mine = found is null ? fresh : found.Value with { Generation = generation };
            if (await TryPutAsync(mine, cancellationToken))
            {
                return mine;
            }
        }

        throw new SupersededException($"The playlist of {store.Folder} changes faster than it can be taken over.");
    }

    /// <summary>Writes it.</summary>
    /// <exception cref="SupersededException">Another bridge has written it.</exception>
    public async Task PutAsync(Playlist playlist, CancellationToken cancellationToken)
    {
        if (await TryPutAsync(playlist, cancellationToken))
        {
            return;
        }

        // A put whose answer was lost is sent again by the SDK, and then finds what it wrote itself.
        var found = await store.ReadAsync(CallFile.Playlist, cancellationToken);
        if (found is null || !IsSame(found.Value, playlist))
        {
            throw Superseded(found?.Value.Generation);
        }

        _etag = found.ETag;
    }

    /// <summary>The number of the last prompt that the flow was given; null when that is not news.</summary>
    public async Task<int?> ReadHandedOutAsync(CancellationToken cancellationToken)
    {
        var read = await store.ReadIfChangedAsync(CallFile.Progress, _progressETag, cancellationToken);
        _progressETag = read.File?.ETag ?? _progressETag;
        return read.File?.Value.HandedOut;
    }

    private async Task<bool> TryPutAsync(Playlist playlist, CancellationToken cancellationToken)
    {
        var etag = await store.TryWriteAsync(CallFile.Playlist, playlist, _etag, cancellationToken);
        _etag = etag ?? _etag;
        return etag is not null;
    }

    private static bool IsSame(Playlist one, Playlist other) =>
        one.Generation == other.Generation
        && one.DroppedThrough == other.DroppedThrough
        && one.Next == other.Next
        && one.Transfer == other.Transfer
        && one.Ending == other.Ending
        && one.Prompts.SequenceEqual(other.Prompts);

    private SupersededException Superseded(int? by) =>
        new($"The playlist of {store.Folder} belongs to bridge {by?.ToString() ?? "none"}, no longer to {generation}.");
}

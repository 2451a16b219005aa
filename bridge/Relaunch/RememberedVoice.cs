using System.Buffers;
using SonicBridge.Bridge.Conversation;
using SonicBridge.Bridge.Kvs;

namespace SonicBridge.Bridge.Relaunch;

/// <summary>Passes the caller's voice on, and keeps how far it has come.</summary>
/// <param name="next">Where it goes.</param>
/// <param name="place">Where the next bridge would begin.</param>
/// <param name="onFragment">Called before the first block of each fragment; what it throws keeps the block from passing.</param>
/// <param name="onSpoken">Called after a fragment in which the caller spoke.</param>
internal sealed class RememberedVoice(
    IVoiceSink next,
    ResumePlace place,
    Func<CancellationToken, ValueTask> onFragment,
    Action onSpoken
) : IVoiceSink
{
    private readonly CallerLoudness _loudness = new();
    private string? _fragment;

    public async ValueTask WriteAsync(
        ReadOnlySequence<byte> pcm,
        BlockPosition position,
        CancellationToken cancellationToken
    )
    {
        if (position.Fragment != _fragment)
        {
            await onFragment(cancellationToken);
            _fragment = position.Fragment;
        }

        // The block is the reader's again once it is passed on.
        var isLoud = _loudness.Take(pcm);
        await next.WriteAsync(pcm, position, cancellationToken);
        if (place.Met(position.Fragment, isLoud))
        {
            onSpoken();
        }
    }
}

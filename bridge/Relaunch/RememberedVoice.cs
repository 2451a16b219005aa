using System.Buffers;
using SonicBridge.Bridge.Kvs;

namespace SonicBridge.Bridge.Relaunch;

/// <summary>Passes the caller's voice on, and keeps how far it has come.</summary>
/// <param name="next">Where it goes.</param>
/// <param name="place">Where the next bridge would begin.</param>
/// <param name="isLoud">Whether the block that was passed on last is loud.</param>
/// <param name="onFragment">Called before the first block of each fragment; what it throws keeps the block from passing.</param>
/// <param name="onSpoken">Called after a fragment in which the caller spoke.</param>
internal sealed class RememberedVoice(
    IVoiceSink next,
    ResumePlace place,
    Func<bool> isLoud,
    Func<CancellationToken, ValueTask> onFragment,
    Action onSpoken
) : IVoiceSink
{
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

        await next.WriteAsync(pcm, position, cancellationToken);
        if (place.Met(position.Fragment, isLoud()))
        {
            onSpoken();
        }
    }
}

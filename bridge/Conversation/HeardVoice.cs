using System.Buffers;
using SonicBridge.Bridge.Kvs;
using SonicBridge.Bridge.Telemetry;

namespace SonicBridge.Bridge.Conversation;

/// <summary>Passes the caller's voice on, and tells that it does.</summary>
internal sealed class HeardVoice(IVoiceSink next, Action heard, TurnClock turns) : IVoiceSink
{
    private readonly BlockContinuity _continuity = new();

    public async ValueTask WriteAsync(
        ReadOnlySequence<byte> pcm,
        BlockPosition position,
        CancellationToken cancellationToken
    )
    {
        if (_continuity.Take(position, pcm.Length) is var lost and > 0)
        {
            turns.Lost(lost);
        }

        await next.WriteAsync(pcm, position, cancellationToken);
        heard();
    }
}

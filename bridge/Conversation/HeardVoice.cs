using System.Buffers;
using SonicBridge.Bridge.Kvs;

namespace SonicBridge.Bridge.Conversation;

/// <summary>Passes the caller's voice on, and tells that it does.</summary>
internal sealed class HeardVoice(IVoiceSink next, Action heard) : IVoiceSink
{
    public async ValueTask WriteAsync(
        ReadOnlySequence<byte> pcm,
        BlockPosition position,
        CancellationToken cancellationToken
    )
    {
        await next.WriteAsync(pcm, position, cancellationToken);
        heard();
    }
}

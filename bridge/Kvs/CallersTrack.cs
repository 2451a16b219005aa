using System.Buffers;
using SonicBridge.Bridge.Kvs.Matroska;

namespace SonicBridge.Bridge.Kvs;

/// <summary>
/// Which track of a document is the caller's: known by its name alone, for Connect does not fix the order, and the tags
/// AUDIO_FROM_CUSTOMER and AUDIO_TO_CUSTOMER may contradict the names.
/// </summary>
internal struct CallersTrack
{
    private ulong? _named;
    private ulong? _unnamed;

    public void Meet(ulong track, in ReadOnlySequence<byte> name)
    {
        if (name.Is("AUDIO_FROM_CUSTOMER"u8))
        {
            _named = track;
        }
        // A stream of the customer alone may leave the name out, or carry the one that older streams had.
        else if (name.IsEmpty || name.Is("null"u8) || name.Is("Track_audio/L16"u8))
        {
            _unnamed ??= track;
        }
    }

    public readonly bool Is(ulong track) => (_named ?? _unnamed) == track;
}

using System.Buffers;
using System.Buffers.Text;
using System.Text;
using SonicBridge.Bridge.Kvs.Matroska;

namespace SonicBridge.Bridge.Kvs;

/// <summary>What the service says about the stream in its own tags.</summary>
internal sealed class StreamReport
{
    /// <summary>How far the stream is behind its producer, in milliseconds, as it last said.</summary>
    public long MillisBehind { get; private set; }

    /// <summary>What broke, when the service says so inside the stream.</summary>
    public InBandError? Error { get; private set; }

    public void Take(in MkvItem tag)
    {
        if (tag.Name.Is("AWS_KINESISVIDEO_MILLIS_BEHIND_NOW"u8))
        {
            MillisBehind = NumberOf(tag.Value) ?? MillisBehind;
        }
        else if (tag.Name.Is("AWS_KINESISVIDEO_ERROR_ID"u8))
        {
            Error = (Error ?? new InBandError()) with { Id = NumberOf(tag.Value) };
        }
        else if (tag.Name.Is("AWS_KINESISVIDEO_ERROR_CODE"u8))
        {
            Error = (Error ?? new InBandError()) with { Code = Encoding.UTF8.GetString(tag.Value) };
        }
    }

    /// <summary>A new connection knows nothing of the error of the one before.</summary>
    public void Clear() => Error = null;

    private static long? NumberOf(in ReadOnlySequence<byte> text)
    {
        Span<byte> bytes = stackalloc byte[20];
        if (text.Length > bytes.Length)
        {
            return null;
        }

        text.CopyTo(bytes);
        return Utf8Parser.TryParse(bytes[..(int)text.Length], out long value, out var length) && length == text.Length
            ? value
            : null;
    }
}

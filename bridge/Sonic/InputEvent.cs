using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using Amazon.BedrockRuntime.Model;

namespace SonicBridge.Bridge.Sonic;

/// <summary>The memory of one input event on its way to the model, used again and again.</summary>
internal sealed class InputEvent : IDisposable
{
    // A block of Amazon Connect, 64 ms, is 1,536 bytes as an event.
    private readonly ArrayBufferWriter<byte> _bytes = new(2048);
    private readonly Utf8JsonWriter _json;

    public InputEvent() => _json = new Utf8JsonWriter(_bytes);

    /// <summary>Starts anew; what was written before is gone.</summary>
    public Utf8JsonWriter Begin()
    {
        _bytes.ResetWrittenCount();
        _json.Reset();
        return _json;
    }

    /// <summary>What was written, as the SDK takes it. Valid until <see cref="Begin"/>.</summary>
    public BidirectionalInputPayloadPart ToPart()
    {
        _json.Flush();
        return new BidirectionalInputPayloadPart { Bytes = StreamOver(_bytes.WrittenMemory) };
    }

    /// <summary>What was written. Valid until <see cref="Begin"/>.</summary>
    public ReadOnlySpan<byte> Written
    {
        get
        {
            _json.Flush();
            return _bytes.WrittenSpan;
        }
    }

    public void Dispose() => _json.Dispose();

    private static MemoryStream StreamOver(ReadOnlyMemory<byte> memory) =>
        MemoryMarshal.TryGetArray(memory, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false, publiclyVisible: true)
            : throw new InvalidOperationException("The buffer of an input event is not an array.");
}

using System.Buffers;

namespace SonicBridge.Bridge.Playback;

/// <summary>A prompt as a whole WAV file, in a pooled buffer that whoever holds it disposes.</summary>
internal sealed class PromptFile(byte[] buffer, int samples) : IDisposable
{
    private const int SamplesPerMillisecond = WavFile.Hertz / 1000;

    private byte[]? _buffer = buffer;

    /// <summary>How long it plays, to the nearest millisecond.</summary>
    public int Milliseconds { get; } = (samples + (SamplesPerMillisecond / 2)) / SamplesPerMillisecond;

    /// <summary>A stream over the file, which stays valid until this is disposed.</summary>
    public MemoryStream OpenRead() => new(Buffer, 0, WavFile.LengthOf(samples), writable: false);

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _buffer, null) is { } returned)
        {
            ArrayPool<byte>.Shared.Return(returned);
        }
    }

    private byte[] Buffer => _buffer ?? throw new ObjectDisposedException(nameof(PromptFile));
}

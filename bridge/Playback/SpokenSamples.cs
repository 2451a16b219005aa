using System.Buffers;

namespace SonicBridge.Bridge.Playback;

/// <summary>What the agent said and no prompt holds yet, encoded where the prompt's file will have it.</summary>
internal sealed class SpokenSamples(int mostSamples) : IDisposable
{
    private readonly int _length = WavFile.LengthOf(mostSamples + PromptCutter.Frame);
    private byte[] _file = ArrayPool<byte>.Shared.Rent(WavFile.LengthOf(mostSamples + PromptCutter.Frame));
    private int _samples;

    public void Append(ReadOnlySpan<byte> pcm)
    {
        MuLaw.Encode(pcm, _file.AsSpan(WavFile.HeaderLength + _samples));
        _samples += pcm.Length / sizeof(short);
    }

    /// <summary>Makes a file of the first samples; the others stay.</summary>
    public PromptFile Cut(int samples)
    {
        var file = _file;
        var rest = file.AsSpan(WavFile.HeaderLength + samples, _samples - samples);
        _file = ArrayPool<byte>.Shared.Rent(_length);
        rest.CopyTo(_file.AsSpan(WavFile.HeaderLength));
        _samples = rest.Length;
        WavFile.Complete(file, samples);
        return new PromptFile(file, samples);
    }

    public void Clear() => _samples = 0;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_file);
        _file = [];
    }
}

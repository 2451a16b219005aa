using System.Buffers;
using System.Runtime.InteropServices;
using SonicBridge.Bridge.Sonic;

namespace SonicBridge.Bridge.Conversation;

/// <summary>
/// Tells from the loudness of the caller's voice whether the caller speaks. It only has to find a pause: a model says who
/// has the turn, this says when nothing would be cut in two.
/// </summary>
internal sealed class CallerLoudness
{
    /// <summary>Longer than the pause inside a word, shorter than the one between two sentences.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private const int BytesPerMillisecond = SonicSettings.TelephoneHertz * 2 / 1000;

    // Below it is no speech however quiet the line: about -47 dBFS.
    private const int Silence = 150;

    // Speech stands out of a line's noise by more than 10 dB.
    private const int OverNoise = 4;

    // Every fourth sample tells as much of loudness as all.
    private const int Step = 4;

    private int _noise = Silence / OverNoise;
    private long _spokenBytes;
    private long _quietBytes = BytesPerMillisecond * (long)Pause.TotalMilliseconds;

    /// <summary>How long the caller has been quiet, by the audio.</summary>
    public TimeSpan QuietFor => TimeSpan.FromMilliseconds(_quietBytes / BytesPerMillisecond);

    /// <summary>For how long the caller has spoken without a pause, by the audio; zero while he is quiet.</summary>
    public TimeSpan SpokenFor => TimeSpan.FromMilliseconds(_spokenBytes / BytesPerMillisecond);

    /// <summary>Whether the caller is in the midst of speaking.</summary>
    public bool IsSpeaking => QuietFor < Pause;

    /// <summary>Takes a block: 16-bit little-endian, 8 kHz.</summary>
    /// <returns>Whether it is loud.</returns>
    public bool Take(in ReadOnlySequence<byte> pcm)
    {
        var (sum, count) = (0L, 0);
        foreach (var segment in pcm)
        {
            var samples = MemoryMarshal.Cast<byte, short>(segment.Span);
            for (var i = 0; i < samples.Length; i += Step)
            {
                sum += Math.Abs((int)samples[i]);
                count++;
            }
        }

        var level = count == 0 ? 0 : (int)(sum / count);
        var isLoud = level > Math.Max(Silence, _noise * OverNoise);
        // A line's noise is what remains between words: it falls at once, and rises by a half in 2 s of blocks.
        _noise = Math.Min(level, _noise + (_noise >> 6) + 1);
        if (isLoud)
        {
            // The short silence since the last loud block was inside a word.
            _spokenBytes += (IsSpeaking ? _quietBytes : 0) + pcm.Length;
            _quietBytes = 0;
        }
        else
        {
            _quietBytes += pcm.Length;
            _spokenBytes = IsSpeaking ? _spokenBytes : 0;
        }

        return isLoud;
    }
}

using System.Buffers.Binary;

namespace SonicBridge.Bridge.Playback;

/// <summary>
/// Finds where the agent's voice may be cut into prompts: in pauses, and where none comes, at the quietest place. Looks
/// at the loudness of frames of 10 ms and keeps no samples. Each sample belongs to exactly one prompt.
/// </summary>
public sealed class PromptCutter
{
    /// <summary>Samples of a frame: 10 ms.</summary>
    public const int Frame = 80;

    // A pause between phrases; the closure of a plosive inside a word is shorter.
    private const int PauseFrames = 12;
    private const int FirstPauseFrames = 8;

    // As quiet as this is a pause however quiet the voice: about -56 dBFS.
    private const int SilenceLevel = 50;

    // A voice's pause is this much quieter than its loudest frame: 28 dB.
    private const int LoudestToPause = 25;

    // What a forced cut compares: the mean over 50 ms.
    private const int Neighbours = 2;

    private readonly IReadOnlyList<PromptLengths> _lengths;
    private readonly int[] _levels;
    private int _frames;
    private int _quiet;
    private int _loudest;
    private int _sum;
    private int _inFrame;
    private int _prompt;

    public PromptCutter(IReadOnlyList<PromptLengths> lengths)
    {
        if (lengths.Count == 0 || lengths.Any(l => l.Shortest < TimeSpan.Zero || l.Longest <= l.Shortest))
        {
            throw new ArgumentException(
                "A turn needs at least one pair of lengths, each longest above its shortest.",
                nameof(lengths)
            );
        }

        _lengths = lengths;
        _levels = new int[lengths.Max(l => FramesOf(l.Longest))];
    }

    /// <summary>Samples taken that belong to no prompt yet.</summary>
    public int Pending => (_frames * Frame) + _inFrame;

    /// <summary>Whether nothing can be heard in what is pending.</summary>
    public bool IsSilent => _quiet == _frames && (_inFrame == 0 || IsQuiet(_sum / _inFrame));

    /// <summary>Samples that <see cref="Pending"/> never exceeds.</summary>
    public int MostPending => _levels.Length * Frame;

    private PromptLengths Lengths => _lengths[Math.Min(_prompt, _lengths.Count - 1)];

    /// <summary>Takes samples up to the next cut, or all.</summary>
    /// <param name="pcm">16-bit little-endian, 8 kHz: whole samples.</param>
    /// <param name="taken">Bytes that were taken. What is left is to be given again.</param>
    /// <returns>Samples of the prompt that ends, counted from the last prompt's end; 0 when none ends.</returns>
    public int Take(ReadOnlySpan<byte> pcm, out int taken)
    {
        for (taken = 0; taken + 1 < pcm.Length; )
        {
            _sum += Math.Abs((int)BinaryPrimitives.ReadInt16LittleEndian(pcm[taken..]));
            taken += sizeof(short);
            if (++_inFrame == Frame && EndFrame() is var cut and > 0)
            {
                return cut * Frame;
            }
        }

        return 0;
    }

    /// <summary>Ends the turn: what is pending is its last prompt.</summary>
    /// <returns>Samples of it; 0 when there are none.</returns>
    public int EndTurn()
    {
        var rest = Pending;
        (_frames, _quiet, _loudest, _sum, _inFrame, _prompt) = (0, 0, 0, 0, 0, 0);
        return rest;
    }

    private int EndFrame()
    {
        var level = _sum / Frame;
        (_sum, _inFrame) = (0, 0);
        _levels[_frames++] = level;
        _loudest = Math.Max(_loudest, level);
        _quiet = IsQuiet(level) ? _quiet + 1 : 0;

        var pause = _prompt == 0 ? FirstPauseFrames : PauseFrames;
        if (_quiet >= pause && _frames >= FramesOf(Lengths.Shortest) && _quiet < _frames)
        {
            // Both prompts keep half of the pause, so that no sound is clipped.
            return Cut(_frames - (pause / 2));
        }

        return _frames >= FramesOf(Lengths.Longest) ? Cut(BestPlace()) : 0;
    }

    private bool IsQuiet(int level) => level < Math.Max(SilenceLevel, _loudest / LoudestToPause);

    /// <summary>The middle of the longest pause, or else the quietest place; the later of two that are equal.</summary>
    private int BestPlace()
    {
        var earliest = Math.Max(FramesOf(Lengths.Shortest) / 2, 1);
        var (best, bestRun, run) = (0, 0, 0);
        for (var i = 0; i < _frames; i++)
        {
            run = IsQuiet(_levels[i]) ? run + 1 : 0;
            var middle = i + 1 - (run / 2);
            if (run >= bestRun && run > 1 && middle >= earliest)
            {
                (best, bestRun) = (middle, run);
            }
        }

        return best > 0 ? best : QuietestPlace(earliest);
    }

    private int QuietestPlace(int earliest)
    {
        var (best, least) = (_frames, int.MaxValue);
        for (var i = Math.Max(earliest, Neighbours); i <= _frames - Neighbours; i++)
        {
            var around = 0;
            foreach (var level in _levels.AsSpan(i - Neighbours, Neighbours * 2))
            {
                around += level;
            }

            if (around <= least)
            {
                (best, least) = (i, around);
            }
        }

        return best;
    }

    private int Cut(int frames)
    {
        var rest = _levels.AsSpan(frames, _frames - frames);
        var quiet = Math.Min(_quiet, rest.Length);
        _loudest = 0;
        foreach (var level in rest)
        {
            _loudest = Math.Max(_loudest, level);
        }

        rest.CopyTo(_levels);
        (_frames, _quiet) = (rest.Length, quiet);
        _prompt++;
        return frames;
    }

    private static int FramesOf(TimeSpan length) => (int)(length.TotalMilliseconds / 10);
}

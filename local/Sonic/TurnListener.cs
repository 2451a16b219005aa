using System.Runtime.InteropServices;
using SonicBridge.Local.Audio;

namespace SonicBridge.Local.Sonic;

/// <summary>Finds the caller's turns in the audio itself, by its loudness and by the audio's own time.</summary>
/// <param name="hertz">The rate of what is heard.</param>
/// <param name="pause">The pause that ends a turn.</param>
public sealed class TurnListener(int hertz, TimeSpan pause)
{
    // Less than this is a click or a breath, not a word.
    private static readonly TimeSpan Word = TimeSpan.FromMilliseconds(120);

    private readonly SpeechDetector _detector = new(hertz);
    private TimeSpan _loud;
    private TimeSpan _quiet;
    private TimeSpan _speech;

    /// <summary>How much audio was heard.</summary>
    public TimeSpan Position { get; private set; }

    /// <summary>Whether the caller is in the middle of a turn.</summary>
    public bool IsSpeaking { get; private set; }

    /// <summary>Hears a piece of audio.</summary>
    /// <param name="pcm">16-bit, in the machine's byte order, which is little-endian.</param>
    /// <returns>What was noticed in it, in order.</returns>
    public IEnumerable<TurnChange> Hear(ReadOnlyMemory<byte> pcm)
    {
        var noticed = new List<TurnChange>();
        var samples = MemoryMarshal.Cast<byte, short>(pcm.Span);
        while (_detector.Next(ref samples) is { } loud)
        {
            Position += SpeechDetector.FrameDuration;
            if (Judge(loud) is { } change)
            {
                noticed.Add(change);
            }
        }

        return noticed;
    }

    private TurnChange? Judge(bool loud)
    {
        _speech += IsSpeaking ? SpeechDetector.FrameDuration : TimeSpan.Zero;
        if (loud)
        {
            _loud += SpeechDetector.FrameDuration;
            _quiet = TimeSpan.Zero;
            if (!IsSpeaking && _loud >= Word)
            {
                (IsSpeaking, _speech) = (true, _loud);
                return new TurnChange.Began();
            }

            return null;
        }

        _quiet += SpeechDetector.FrameDuration;
        if (_quiet >= Word)
        {
            _loud = TimeSpan.Zero;
        }

        if (IsSpeaking && _quiet >= pause)
        {
            IsSpeaking = false;
            return new TurnChange.Ended(Position - _speech, _speech - _quiet);
        }

        return null;
    }
}

/// <summary>What a <see cref="TurnListener"/> notices.</summary>
public abstract record TurnChange
{
    private TurnChange() { }

    /// <summary>The caller has begun to speak.</summary>
    public sealed record Began : TurnChange;

    /// <summary>The caller has said what there was to say.</summary>
    /// <param name="From">Where in the audio it began.</param>
    /// <param name="Length">How long it lasted, the pause left out.</param>
    public sealed record Ended(TimeSpan From, TimeSpan Length) : TurnChange;
}

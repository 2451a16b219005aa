using System.Runtime.InteropServices;
using System.Security.Cryptography;
using SonicBridge.Local.Audio;
using SonicBridge.Local.Kvs;
using SonicBridge.Local.Script;

namespace SonicBridge.Bench.Calls;

/// <summary>What one caller says: whole fragments, and no two callers' the same.</summary>
internal sealed class CallerSound
{
    /// <summary>Samples of a fragment: 1.024 s.</summary>
    public const int FragmentSamples = 16 * StreamingRun.BlockSamples;

    // Far below what the simulated model takes for speech.
    private const int NoiseAmplitude = 4;

    private readonly short[] _samples;

    private CallerSound(short[] samples) => _samples = samples;

    /// <summary>How long a fragment lasts.</summary>
    public static TimeSpan FragmentLength { get; } = Telephone.DurationOf(FragmentSamples);

    public int Fragments => _samples.Length / FragmentSamples;

    public long Bytes => (long)_samples.Length * sizeof(short);

    public TimeSpan Length => Telephone.DurationOf(_samples.Length);

    /// <summary>As the model has it when not a sample is lost, twice there or changed.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes<short>(_samples)));

    /// <summary>A line on which nobody speaks: its noise alone.</summary>
    public static CallerSound Noise(int seed, int fragments)
    {
        var random = new Random(seed);
        var samples = new short[fragments * FragmentSamples];
        foreach (ref var sample in samples.AsSpan())
        {
            sample = (short)random.Next(-NoiseAmplitude, NoiseAmplitude + 1);
        }

        return new CallerSound(samples);
    }

    /// <summary>A caller's lines of a scenario, over the line's noise, with time for the answers.</summary>
    public static CallerSound Lines(Scenario scenario, int seed, int fragments) =>
        Lines(scenario.Turns, seed, fragments);

    /// <summary>The same lines again and again, to the end.</summary>
    public static CallerSound LinesAgain(Scenario scenario, int seed, int fragments) =>
        Lines(Enumerable.Range(0, fragments).SelectMany(_ => scenario.Turns), seed, fragments);

    private static CallerSound Lines(IEnumerable<Turn> turns, int seed, int fragments)
    {
        var sound = Noise(seed, fragments);
        var at = Telephone.Hertz / 2;
        foreach (var turn in turns.TakeWhile(_ => at < sound._samples.Length))
        {
            var voice = turn.CallerVoice!.Value.Span;
            voice = voice[..Math.Max(0, Math.Min(voice.Length, sound._samples.Length - at))];
            for (var i = 0; i < voice.Length; i++)
            {
                sound._samples[at + i] = (short)
                    Math.Clamp(sound._samples[at + i] + voice[i], short.MinValue, short.MaxValue);
            }

            at += turn.CallerVoice.Value.Length + (int)Telephone.SamplesIn(AnswerTime);
        }

        return sound;
    }

    public ReadOnlySpan<short> Fragment(int index) => _samples.AsSpan(index * FragmentSamples, FragmentSamples);

    // The pause by which a turn ends, the model's thinking, and the longest line of an agent.
    private static TimeSpan AnswerTime { get; } = TimeSpan.FromSeconds(7);
}

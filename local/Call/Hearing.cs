using System.Runtime.InteropServices;
using SonicBridge.Local.Audio;

namespace SonicBridge.Local.Call;

/// <summary>Whether the model heard the caller as the caller spoke.</summary>
/// <param name="IsTrue">Whether each sample was heard once, in order and unchanged.</param>
/// <param name="Sentence">What is to be said of it.</param>
public sealed record Hearing(bool IsTrue, string Sentence)
{
    /// <summary>Compares what Connect published with what reached the model.</summary>
    /// <param name="spoken">All that was published: 16-bit, 8 kHz, mono.</param>
    /// <param name="heard">All that the model's stream received, 16-bit little-endian at the same rate.</param>
    /// <param name="toTheEnd">Whether the model had to hear all: where the caller hung up, and nobody else ended the call.</param>
    public static Hearing Compare(ReadOnlySpan<short> spoken, ReadOnlySpan<byte> heard, bool toTheEnd)
    {
        var samples = MemoryMarshal.Cast<byte, short>(heard);
        if (samples.IsEmpty && !spoken.IsEmpty)
        {
            return new Hearing(
                false,
                $"The model heard nothing of the {Telephone.DurationOf(spoken.Length).TotalSeconds:F3} s of the caller."
            );
        }

        var same = spoken.CommonPrefixLength(samples);
        if (same < samples.Length)
        {
            return new Hearing(
                false,
                $"The model heard something else than the caller said from {Telephone.DurationOf(same).TotalSeconds:F3} s on."
            );
        }

        return toTheEnd && same < spoken.Length
            ? new Hearing(
                false,
                $"The model did not hear the last {Telephone.DurationOf(spoken.Length - same).TotalSeconds:F3} s of the caller."
            )
            : new Hearing(true, $"The model heard the caller sample for sample: {same:N0} of {spoken.Length:N0}.");
    }
}

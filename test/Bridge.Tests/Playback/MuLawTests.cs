using System.Buffers.Binary;
using SonicBridge.Bridge.Playback;

namespace SonicBridge.Bridge.Tests.Playback;

public sealed class MuLawTests
{
    [Fact]
    public void Every_sample_is_encoded_as_the_standards_table_of_decision_values_says()
    {
        var bounds = DecisionValues();
        for (var sample = (int)short.MinValue; sample <= short.MaxValue; sample++)
        {
            // In the standard's units, of which a 16-bit sample has a quarter each.
            var magnitude = Math.Abs(sample) / 4.0;
            var interval = Math.Min(bounds.Count(bound => bound <= magnitude) - 1, 127);
            var expected = (byte)((sample < 0 ? 0x7F : 0xFF) - interval);
            MuLaw.Encode((short)sample).ShouldBe(expected, $"sample {sample}");
        }
    }

    [Fact]
    public void A_block_is_encoded_sample_by_sample()
    {
        var pcm = new byte[2 * 500];
        new Random(7).NextBytes(pcm);
        var encoded = new byte[500];
        MuLaw.Encode(pcm, encoded);
        encoded.ShouldBe(
            Enumerable
                .Range(0, 500)
                .Select(i => MuLaw.Encode(BinaryPrimitives.ReadInt16LittleEndian(pcm.AsSpan(i * 2))))
                .ToArray()
        );
    }

    /// <summary>G.711, table 2a: 0, 1, 3 … 31, then eight segments of sixteen steps, each twice as wide as the last.</summary>
    private static List<double> DecisionValues()
    {
        var bounds = new List<double> { 0, 1 };
        for (var (segment, step) = (0, 2); segment < 8; segment++, step *= 2)
        {
            for (var i = segment == 0 ? 1 : 0; i < 16; i++)
            {
                bounds.Add(bounds[^1] + step);
            }
        }

        return bounds;
    }
}

using System.Buffers;
using System.Runtime.InteropServices;
using CsCheck;
using SonicBridge.Bridge.Sonic;

namespace SonicBridge.Bridge.Tests.Sonic;

public sealed class HalfBandUpsamplerTests
{
    private const int Delay = 8;

    [Fact]
    public void Every_second_sample_is_the_callers_own() =>
        Gen
            .Short.Array[Delay, 200]
            .Sample(samples =>
            {
                var doubled = Upsampled([samples]);
                doubled.Length.ShouldBe(2 * samples.Length);
                for (var i = Delay; i < samples.Length; i++)
                {
                    doubled[2 * i].ShouldBe(samples[i - Delay]);
                }
            });

    [Fact]
    public void Blocks_join_without_a_seam() =>
        Gen
            .Short.Array[1, 100]
            .Array[1, 5]
            .Sample(blocks =>
                Upsampled(blocks)
                    .ShouldBe(
                        Upsampled([
                            [.. blocks.SelectMany(block => block)],
                        ])
                    )
            );

    [Fact]
    public void Bytes_may_be_cut_through_a_sample() =>
        Gen.Select(Gen.Short.Array[2, 100], Gen.Int[1, 3])
            .Sample(
                (samples, at) =>
                {
                    var bytes = MemoryMarshal.AsBytes(samples.AsSpan()).ToArray();
                    Upsampled(Sequence.Of(bytes[..at], bytes[at..])).ShouldBe(Upsampled([samples]));
                }
            );

    [Theory]
    [InlineData(300)]
    [InlineData(1000)]
    [InlineData(2500)]
    public void Voice_passes_unchanged_and_its_image_is_gone(int hertz)
    {
        var samples = Enumerable
            .Range(0, 800)
            .Select(i => (short)(10000 * Math.Sin(2 * Math.PI * hertz * i / 8000)))
            .ToArray();
        var doubled = Upsampled([samples]).Skip(100).Take(1400).Select(sample => (double)sample).ToArray();
        Level(doubled, hertz).ShouldBe(10000, 200);
        Level(doubled, 8000 - hertz).ShouldBeLessThan(200);
    }

    private static double Level(double[] samples, int hertz)
    {
        var (real, imaginary) = (0.0, 0.0);
        for (var i = 0; i < samples.Length; i++)
        {
            real += samples[i] * Math.Cos(2 * Math.PI * hertz * i / 16000);
            imaginary += samples[i] * Math.Sin(2 * Math.PI * hertz * i / 16000);
        }

        return 2 * Math.Sqrt((real * real) + (imaginary * imaginary)) / samples.Length;
    }

    private static short[] Upsampled(short[][] blocks) =>
        Upsampled(Sequence.Of([.. blocks.Select(block => MemoryMarshal.AsBytes(block.AsSpan()).ToArray())]));

    private static short[] Upsampled(ReadOnlySequence<byte> pcm)
    {
        var output = new ArrayBufferWriter<byte>();
        new HalfBandUpsampler().Resample(pcm, output);
        return MemoryMarshal.Cast<byte, short>(output.WrittenSpan).ToArray();
    }
}

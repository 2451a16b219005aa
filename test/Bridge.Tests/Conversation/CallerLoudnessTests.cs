using System.Buffers;
using System.Runtime.InteropServices;
using SonicBridge.Bridge.Conversation;

namespace SonicBridge.Bridge.Tests.Conversation;

public sealed class CallerLoudnessTests
{
    private readonly CallerLoudness _loudness = new();

    [Fact]
    public void Caller_who_has_not_spoken_is_quiet() => _loudness.IsSpeaking.ShouldBeFalse();

    [Fact]
    public void Speech_is_told_from_the_first_loud_block_to_a_pause_after_the_last()
    {
        Take(3000);
        _loudness.IsSpeaking.ShouldBeTrue();
        Take(20, 20, 20, 20);
        _loudness.IsSpeaking.ShouldBeTrue();
        Take(20);
        _loudness.IsSpeaking.ShouldBeFalse();
        _loudness.QuietFor.ShouldBe(TimeSpan.FromMilliseconds(5 * 64));
    }

    [Fact]
    public void Noise_of_a_line_is_no_speech_once_it_has_lasted()
    {
        Take([.. Enumerable.Repeat(500, 100)]);
        _loudness.IsSpeaking.ShouldBeFalse();
        Take(4000);
        _loudness.IsSpeaking.ShouldBeTrue();
    }

    [Fact]
    public void Noise_that_goes_lets_a_softer_voice_be_heard()
    {
        Take([.. Enumerable.Repeat(500, 100), 20, 400]);
        _loudness.IsSpeaking.ShouldBeTrue();
    }

    [Fact]
    public void Block_costs_no_memory()
    {
        var block = Block(3000);
        _loudness.Take(block);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            _loudness.Take(block);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private void Take(params int[] levels)
    {
        foreach (var level in levels)
        {
            _loudness.Take(Block(level));
        }
    }

    private static ReadOnlySequence<byte> Block(int level)
    {
        short[] samples = [.. Enumerable.Range(0, 512).Select(i => (short)(i % 2 == 0 ? level : -level))];
        return new ReadOnlySequence<byte>(MemoryMarshal.AsBytes(samples.AsSpan()).ToArray());
    }
}

using System.Diagnostics;
using SonicBridge.Bench.Calls;

namespace SonicBridge.Bench.Tests.Calls;

public sealed class FirstPromptsTests
{
    [Fact]
    public void A_prompt_is_measured_from_the_audio_that_completes_it()
    {
        // Chunks of 40 ms, sent each 10 ms.
        var answer = Enumerable
            .Range(0, 50)
            .Select(i => new Progress(At(1000 + (10 * i)), Sound(40 * (i + 1))))
            .ToList();
        var prompts = new[] { Prompt(1130, 480), Prompt(1300, 900) };

        var first = FirstPrompts.Of([answer], prompts).ShouldHaveSingleItem();

        first.AfterItsAudio.TotalMilliseconds.ShouldBe(20, 0.01);
        first.AfterFirstAudio.TotalMilliseconds.ShouldBe(130, 0.01);
    }

    [Fact]
    public void Each_answer_has_its_own_first_prompt()
    {
        var one = new[] { new Progress(At(0), Sound(40)), new Progress(At(10), Sound(80)) };
        var two = new[] { new Progress(At(500), Sound(40)), new Progress(At(510), Sound(80)) };

        var firsts = FirstPrompts.Of([one, two], [Prompt(15, 80), Prompt(20, 40), Prompt(518, 80)]);

        firsts.Select(first => Math.Round(first.AfterItsAudio.TotalMilliseconds)).ShouldBe([5, 8]);
    }

    [Fact]
    public void An_answer_that_never_became_a_prompt_counts_for_nothing() =>
        FirstPrompts
            .Of(
                [
                    [new Progress(At(500), Sound(40))],
                ],
                [Prompt(15, 80)]
            )
            .ShouldBeEmpty();

    private static long At(double milliseconds) => (long)(milliseconds * Stopwatch.Frequency / 1000);

    private static long Sound(double milliseconds) => TimeSpan.FromMilliseconds(milliseconds).Ticks;

    private static PlayablePrompt Prompt(double at, double length) => new(At(at), TimeSpan.FromMilliseconds(length));
}

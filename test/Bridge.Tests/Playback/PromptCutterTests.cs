using CsCheck;
using SonicBridge.Bridge.Playback;

namespace SonicBridge.Bridge.Tests.Playback;

public sealed class PromptCutterTests
{
    private const int Millisecond = 8;

    [Fact]
    public void First_prompt_ends_in_the_first_pause_after_half_a_second()
    {
        var voice = Voice.Of(Voice.Spoken(700), Voice.Pause(300), Voice.Spoken(900));
        Cuts(voice, voice.Length)[0].ShouldBeInRange(700 * Millisecond, 800 * Millisecond);
    }

    [Fact]
    public void Cut_is_known_before_the_pause_is_over()
    {
        var cutter = new PromptCutter(PromptLengths.Default);
        cutter.Take(Voice.Of(Voice.Spoken(700), Voice.Pause(90)), out _).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Pause_that_comes_too_early_serves_when_no_other_does()
    {
        var voice = Voice.Of(Voice.Spoken(350), Voice.Pause(120), Voice.Spoken(3000, seed: 2));
        Cuts(voice, voice.Length)[0].ShouldBeInRange(350 * Millisecond, 470 * Millisecond);
    }

    [Fact]
    public void Without_a_pause_the_quietest_place_is_taken()
    {
        var voice = Voice.Of(Voice.Spoken(1000), Voice.Spoken(60, 3, loudness: 900), Voice.Spoken(2000, seed: 2));
        Cuts(voice, voice.Length)[0].ShouldBeInRange(1000 * Millisecond, 1060 * Millisecond);
    }

    [Fact]
    public void Long_silence_does_not_become_prompts_of_silence_one_after_another()
    {
        var voice = Voice.Of(Voice.Spoken(600), Voice.Pause(3000), Voice.Spoken(600, seed: 2));
        Cuts(voice, voice.Length).Count.ShouldBeLessThanOrEqualTo(3);
    }

    [Fact]
    public void Next_turn_begins_with_a_short_prompt_again()
    {
        var cutter = new PromptCutter(PromptLengths.Default);
        var phrase = Voice.Of(Voice.Spoken(600), Voice.Pause(200));
        cutter.Take(phrase, out _).ShouldBeGreaterThan(0);
        cutter.Take(phrase, out _).ShouldBe(0);
        cutter.EndTurn();
        cutter.Take(phrase, out _).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Every_sample_is_in_exactly_one_prompt_and_no_prompt_is_too_long() =>
        Gen.Select(Speech, Gen.Int[1, 4000])
            .Sample(
                (voice, read) =>
                {
                    var cuts = Cuts(voice, read * 2);
                    var most = PromptLengths.Default.Max(l => l.Longest).TotalMilliseconds * Millisecond;
                    return cuts.Sum() == voice.Length / 2 && cuts.All(cut => cut > 0 && cut <= most);
                },
                iter: 200
            );

    [Fact]
    public void Length_of_the_reads_does_not_move_the_cuts() =>
        Gen.Select(Speech, Gen.Int[1, 4000])
            .Sample((voice, read) => Cuts(voice, read * 2).SequenceEqual(Cuts(voice, voice.Length)), iter: 100);

    [Fact]
    public void Where_words_have_pauses_between_them_no_word_is_cut() =>
        Gen.Select(Gen.Int[200, 900], Gen.Int[160, 400])
            .Array[5, 20]
            .Sample(
                words =>
                {
                    var parts = words.SelectMany(
                        (word, i) => new[] { Voice.Spoken(word.Item1, i), Voice.Pause(word.Item2, i) }
                    );
                    var voice = Voice.Of([.. parts]);
                    var at = 0;
                    foreach (var cut in Cuts(voice, 640))
                    {
                        at += cut;
                        if (at < voice.Length / 2 && !IsInPause(words, at / Millisecond))
                        {
                            return false;
                        }
                    }

                    return true;
                },
                iter: 200
            );

    private static Gen<byte[]> Speech { get; } =
        Gen.Select(Gen.Int[1, 1500], Gen.Int[10, 600], Gen.Int[0, 20000])
            .Array[1, 12]
            .Select(parts =>
                Voice.Of([
                    .. parts.SelectMany(
                        (part, i) => new[] { Voice.Spoken(part.Item1, i, part.Item3), Voice.Pause(part.Item2, i) }
                    ),
                ])
            );

    private static bool IsInPause((int Word, int Pause)[] words, int millisecond)
    {
        foreach (var (word, pause) in words)
        {
            if (millisecond < word)
            {
                return false;
            }

            millisecond -= word + pause;
            if (millisecond <= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static List<int> Cuts(byte[] voice, int read)
    {
        var cutter = new PromptCutter(PromptLengths.Default);
        var cuts = new List<int>();
        for (var at = 0; at < voice.Length; )
        {
            var cut = cutter.Take(voice.AsSpan(at, Math.Min(read, voice.Length - at)), out var taken);
            at += taken;
            if (cut > 0)
            {
                cuts.Add(cut);
            }

            cutter.Pending.ShouldBeLessThanOrEqualTo(cutter.MostPending);
        }

        return cutter.EndTurn() is var rest and > 0 ? [.. cuts, rest] : cuts;
    }
}

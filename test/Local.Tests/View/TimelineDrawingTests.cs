using SkiaSharp;
using SonicBridge.Local.Call;
using SonicBridge.Local.View.Timeline;

namespace SonicBridge.Local.Tests.View;

public sealed class TimelineDrawingTests
{
    private static short[] Speaking(params (double From, double To)[] stretches)
    {
        var samples = new short[8000 * 12];
        foreach (var (from, to) in stretches)
        {
            for (var i = (int)(from * 8000); i < (int)(to * 8000); i++)
            {
                samples[i] = (short)(8000 * Math.Sin(i * 0.3) * (0.6 + (0.4 * Math.Sin(i * 0.001))));
            }
        }

        return samples;
    }

    private static CallPicture ACall() =>
        new(
            "A call",
            [
                new JournalEntry(TimeSpan.FromSeconds(1), TimeSpan.Zero, Lane.Flow, "start-streaming"),
                new JournalEntry(
                    TimeSpan.FromSeconds(1.1),
                    TimeSpan.FromSeconds(0.2),
                    Lane.Lambda,
                    "invoke-ecs-ec2-task"
                ),
                new JournalEntry(TimeSpan.FromSeconds(1.3), TimeSpan.FromSeconds(9), Lane.Execution, "LaunchBridge"),
                new JournalEntry(
                    TimeSpan.FromSeconds(4),
                    TimeSpan.Zero,
                    Lane.Caller,
                    "I would like to book a car for Friday, please."
                ),
                new JournalEntry(TimeSpan.FromSeconds(7), TimeSpan.Zero, Lane.Agent, "Certainly. Which city?"),
            ],
            Speaking((2, 4), (9, 10)),
            Speaking((6.5, 8))
        );

    [Fact]
    public void A_picture_shows_both_voices()
    {
        using var png = new MemoryStream();

        TimelineDrawing.Draw(ACall(), png);

        using var picture = SKBitmap.Decode(png.ToArray());
        picture.Width.ShouldBe(2560);
        var colours = picture.Pixels.ToHashSet();
        colours.ShouldContain(new SKColor(0x02, 0x84, 0xc7));
        colours.ShouldContain(new SKColor(0xea, 0x58, 0x0c));
    }

    [Fact]
    public void The_wait_for_an_answer_is_from_the_last_word_to_the_first()
    {
        var waits = Speech.Waits(Speech.In(Speaking((2, 4), (9, 10))), Speech.In(Speaking((6.5, 8)))).ToList();

        waits.Count.ShouldBe(1);
        (waits[0].To - waits[0].From).TotalSeconds.ShouldBe(2.5, tolerance: 0.05);
    }

    [Fact]
    public void A_call_without_a_sound_is_drawn_all_the_same()
    {
        using var png = new MemoryStream();

        TimelineDrawing.Draw(new CallPicture("Nothing", [], default, default), png);

        png.Length.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void No_bar_and_no_label_lies_on_another_or_is_cut_by_the_sheets_edge()
    {
        using var lettering = new Lettering();
        var call = TimeSpan.FromSeconds(45);
        var random = new Random(7);
        var entries = Enumerable
            .Range(0, 20)
            .Select(_ => new JournalEntry(
                call * random.NextDouble(),
                random.Next(2) == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(random.NextDouble() * 2),
                Lane.Lambda,
                "next-prompt play"
            ))
            .Append(new JournalEntry(call, TimeSpan.Zero, Lane.Lambda, "the last thing that happened"))
            .ToList();

        var bars = MachineryLane.Of(entries, Strip.Of(call).ShouldHaveSingleItem(), lettering);

        bars.Count.ShouldBe(entries.Count);
        bars.ShouldAllBe(bar => bar.LabelFrom >= Sheet.Left && bar.LabelTo <= Sheet.Width - Sheet.Right + 2);
        bars[^1].Label.ShouldBe("the last thing that happened");
        foreach (var (bar, other) in bars.SelectMany((bar, i) => bars.Skip(i + 1).Select(other => (bar, other))))
        {
            if (bar.Row == other.Row && bar.Label.Length > 0 && other.Label.Length > 0)
            {
                bar.ClearsOf(other).ShouldBeTrue($"{bar} {other}");
            }
        }
    }

    [Fact]
    public void A_long_call_is_drawn_in_strips_that_leave_nothing_out()
    {
        var strips = Strip.Of(TimeSpan.FromSeconds(150));

        strips.Select(strip => strip.Length.TotalSeconds).ShouldBe([50, 50, 50]);
        strips[0].From.ShouldBe(TimeSpan.Zero);
        strips[^1].To.ShouldBe(TimeSpan.FromSeconds(150));
        Strip.Of(TimeSpan.FromHours(1)).Count.ShouldBe(12);
    }

    [Fact]
    public void Words_stand_under_the_voice_that_says_them()
    {
        var call = ACall();

        SpokenWords
            .OfCaller([call.Entries[3] with { At = TimeSpan.FromSeconds(5.9) }], Speech.In(call.Caller.Span))[0]
            .At.TotalSeconds.ShouldBe(2, tolerance: 0.05);
        SpokenWords
            .OfAgent([call.Entries[4] with { At = TimeSpan.FromSeconds(6) }], Speech.In(call.Agent.Span))[0]
            .At.TotalSeconds.ShouldBe(6.5, tolerance: 0.05);
    }
}

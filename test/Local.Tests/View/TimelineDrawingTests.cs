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
        picture.Width.ShouldBe(1800);
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
}

using System.Globalization;
using CsCheck;
using SonicBridge.Bridge.Relaunch;

namespace SonicBridge.Bridge.Tests.Relaunch;

public sealed class ResumePlaceTests
{
    private readonly ResumePlace _place = new(null);
    private int _fragment;

    private int After => _place.AfterFragment is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : 0;

    private ResumePlaceTests Hear(string fragments)
    {
        foreach (var loudness in fragments)
        {
            _place.Met(++_fragment + "", loudness == 'L');
        }

        return this;
    }

    [Fact]
    public void In_silence_the_place_is_behind_by_the_fragment_under_way_and_one_before_it() =>
        Hear("qqqqqqqq").After.ShouldBe(6);

    [Fact]
    public void A_sentence_that_is_not_written_down_is_heard_again_from_before_its_first_word() =>
        Hear("qqqqLLLLLL").After.ShouldBe(3);

    [Fact]
    public void Nor_does_a_pause_in_it_move_the_place() => Hear("qqqqLLqqLLqqqq").After.ShouldBe(3);

    [Fact]
    public void What_is_written_down_is_not_heard_again()
    {
        Hear("qqqqLLLqq");
        _place.Settle();
        After.ShouldBe(7);
        Hear("qqq").After.ShouldBe(10);
    }

    [Fact]
    public void Words_that_followed_before_the_last_were_written_down_are()
    {
        Hear("qqLLLqqLL");
        _place.Settle();
        After.ShouldBe(6);
    }

    [Fact]
    public void A_line_of_nothing_but_noise_is_settled_up_to_its_last_seconds()
    {
        Hear("LLLLLLLLLL");
        _place.Settle();
        After.ShouldBe(7);
    }

    [Fact]
    public void Noise_that_is_never_written_down_is_not_kept_for_ever() =>
        Hear("qq" + new string('L', 300)).After.ShouldBe(240);

    [Fact]
    public void A_fragment_of_unknown_number_belongs_to_the_one_before()
    {
        Hear("qqqq");
        _place.Met("", isLoud: true);
        Hear("qqqq").After.ShouldBe(2);
    }

    [Fact]
    public void It_begins_where_the_bridge_before_left_off() => new ResumePlace("4711").AfterFragment.ShouldBe("4711");

    [Fact]
    public void A_fragment_is_told_to_be_spoken_once_it_is_whole()
    {
        _place.Met("1", isLoud: true).ShouldBeFalse();
        _place.Met("1", isLoud: false).ShouldBeFalse();
        _place.Met("2", isLoud: false).ShouldBeTrue();
        _place.Met("3", isLoud: false).ShouldBeFalse();
    }

    [Fact]
    public void Whatever_is_said_no_unwritten_word_lies_before_the_place_and_it_never_goes_back() =>
        Gen.Select(Gen.Bool, Gen.Int[0, 9])
            .Array[1, 55]
            .Sample(steps =>
            {
                var place = new ResumePlace(null);
                var (unwritten, before) = (new List<int>(), 0);
                for (var i = 0; i < steps.Length; i++)
                {
                    var (isLoud, dice) = steps[i];
                    place.Met($"{i + 1}", isLoud);
                    if (isLoud)
                    {
                        unwritten.Add(i + 1);
                    }

                    if (dice == 0)
                    {
                        // Words are written down after a pause: those behind it are new ones.
                        place.Settle();
                        var pause = Array.FindLastIndex(steps, i, step => !step.Item1) + 1;
                        unwritten.RemoveAll(fragment => fragment < Math.Max(pause, i));
                    }

                    var after = place.AfterFragment is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : 0;
                    after.ShouldBeGreaterThanOrEqualTo(before);
                    unwritten.ShouldAllBe(fragment => fragment > after);
                    before = after;
                }
            });
}

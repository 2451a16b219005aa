using System.Runtime.InteropServices;
using CsCheck;
using SonicBridge.Local.Proof;

namespace SonicBridge.Local.Tests.Proof;

public sealed class HearingTests
{
    private static readonly Gen<short[]> Voice = Gen.Short.Array[1, 300];

    [Fact]
    public void What_was_heard_as_it_was_said_is_found_so() =>
        Voice.Sample(static spoken => Compare(spoken, spoken).IsTrue.ShouldBeTrue());

    [Fact]
    public void A_sample_that_is_lost_repeated_or_changed_is_noticed() =>
        Gen.Select(Voice, Gen.Int[0, 299])
            .Sample(
                static (spoken, place) =>
                {
                    place %= spoken.Length;
                    short[] lost = [.. spoken[..place], .. spoken[(place + 1)..]];
                    short[] repeated = [.. spoken[..place], spoken[place], .. spoken[place..]];
                    short[] changed = [.. spoken];
                    changed[place] ^= 1;
                    Compare(spoken, lost).IsTrue.ShouldBeFalse();
                    Compare(spoken, repeated).IsTrue.ShouldBeFalse();
                    Compare(spoken, changed).IsTrue.ShouldBeFalse();
                }
            );

    [Fact]
    public void The_sentence_says_where()
    {
        Compare(new short[8000], [.. new short[4000], 1]).Sentence.ShouldContain("from 0.500 s on");
        Compare(new short[8000], new short[7200]).Sentence.ShouldContain("the last 0.100 s");
        Compare(new short[8000], new short[8000]).Sentence.ShouldContain("sample for sample");
    }

    [Fact]
    public void A_call_that_the_agent_ends_may_be_left_before_the_callers_end() =>
        Hearing.Compare(new short[8000], new byte[8000], toTheEnd: false).IsTrue.ShouldBeTrue();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_model_that_heard_nothing_of_what_was_said_did_not_hear_the_caller(bool toTheEnd)
    {
        var hearing = Hearing.Compare(new short[8000], (byte[])[], toTheEnd);

        hearing.IsTrue.ShouldBeFalse();
        hearing.Sentence.ShouldBe("The model heard nothing of the 1.000 s of the caller.");
    }

    [Fact]
    public void Where_nothing_was_said_nothing_is_to_be_heard() =>
        Hearing.Compare([], (byte[])[], toTheEnd: true).IsTrue.ShouldBeTrue();

    [Fact]
    public void A_voice_that_is_parted_between_sessions_is_whole_and_a_sample_too_few_or_twice_is_noticed() =>
        Gen.Select(Voice, Gen.Int[0, 299])
            .Sample(
                static (spoken, place) =>
                {
                    place %= spoken.Length;
                    Parted(spoken, spoken[..place], spoken[place..]).ShouldBeTrue();
                    Parted(spoken, spoken[..place], spoken[(place + 1)..]).ShouldBeFalse();
                    Parted(spoken, spoken[..(place + 1)], spoken[place..]).ShouldBeFalse();
                }
            );

    [Fact]
    public void The_silence_that_a_bridge_sends_to_a_session_that_gives_way_is_none_of_the_callers()
    {
        short[] spoken = [.. new short[40_000], .. Enumerable.Range(1, 20_000).Select(static i => (short)i)];
        short[] own = new short[20_000];
        Parted(spoken, [.. spoken[..10_000], .. own], spoken[10_000..]).ShouldBeTrue();
        Parted(spoken, [.. spoken[..50_000], .. own], spoken[50_000..]).ShouldBeTrue();
        Parted(spoken, [.. spoken[..10_000], .. own], [.. spoken[10_000..30_000], .. own], spoken[30_000..])
            .ShouldBeTrue();
        Parted(spoken, spoken[..30_000], spoken[30_000..]).ShouldBeTrue();
        Parted(spoken, [.. spoken[..10_000], .. own], spoken[10_001..]).ShouldBeFalse();
        Parted(spoken, [.. spoken[..10_000], .. own], spoken[9_999..]).ShouldBeFalse();
    }

    [Fact]
    public void A_bridge_that_takes_over_may_send_again_what_the_lost_one_had_not_noted_and_skips_nothing()
    {
        short[] spoken = [.. Enumerable.Range(0, 30_000).Select(static i => (short)i)];
        var again = Resumed(spoken, spoken[..20_000], spoken[16_000..]);
        again.IsTrue.ShouldBeTrue();
        again.Sentence.ShouldContain("0.500 s were sent again");
        Resumed(spoken, spoken[..20_000], spoken[20_001..]).IsTrue.ShouldBeFalse();
    }

    [Fact]
    public void A_bridge_that_takes_over_in_silence_and_gives_way_in_silence_may_have_sent_some_of_it_again()
    {
        short[] spoken =
        [
            .. Enumerable.Range(1, 10_000).Select(static i => (short)i),
            .. new short[40_000],
            .. Enumerable.Range(1, 10_000).Select(static i => (short)i),
        ];
        Hear(spoken[..20_000], spoken[16_000..30_000], spoken[30_000..]).IsTrue.ShouldBeTrue();
        Hear(spoken[..20_000], spoken[16_000..30_000], spoken[50_001..]).IsTrue.ShouldBeFalse();

        Hearing Hear(short[] lost, short[] resumed, short[] next) =>
            Hearing.Compare(
                spoken,
                [Stretch(lost), Stretch(resumed) with { IsResumed = true }, Stretch(next)],
                toTheEnd: true
            );
    }

    private static Hearing Resumed(short[] spoken, short[] lost, short[] resumed) =>
        Hearing.Compare(spoken, [Stretch(lost), Stretch(resumed) with { IsResumed = true }], toTheEnd: true);

    private static bool Parted(short[] spoken, params short[][] sessions) =>
        Hearing.Compare(spoken, [.. sessions.Select(Stretch)], toTheEnd: true).IsTrue;

    private static HeardStretch Stretch(short[] heard) => new(MemoryMarshal.AsBytes<short>(heard).ToArray());

    private static Hearing Compare(short[] spoken, short[] heard) =>
        Hearing.Compare(spoken, MemoryMarshal.AsBytes<short>(heard), toTheEnd: true);
}

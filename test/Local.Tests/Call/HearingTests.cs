using System.Runtime.InteropServices;
using CsCheck;
using SonicBridge.Local.Call;

namespace SonicBridge.Local.Tests.Call;

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
        var hearing = Hearing.Compare(new short[8000], [], toTheEnd);

        hearing.IsTrue.ShouldBeFalse();
        hearing.Sentence.ShouldBe("The model heard nothing of the 1.000 s of the caller.");
    }

    [Fact]
    public void Where_nothing_was_said_nothing_is_to_be_heard() =>
        Hearing.Compare([], [], toTheEnd: true).IsTrue.ShouldBeTrue();

    private static Hearing Compare(short[] spoken, short[] heard) =>
        Hearing.Compare(spoken, MemoryMarshal.AsBytes<short>(heard), toTheEnd: true);
}

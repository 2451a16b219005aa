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

    private static Hearing Compare(short[] spoken, short[] heard) =>
        Hearing.Compare(spoken, MemoryMarshal.AsBytes<short>(heard), toTheEnd: true);
}

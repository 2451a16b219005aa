using Amazon.KinesisVideoMedia.Model;
using CsCheck;
using SonicBridge.Bridge.Kvs;
using static SonicBridge.Bridge.Tests.Kvs.ACaller;

namespace SonicBridge.Bridge.Tests.Kvs;

public sealed class ReconnectTests
{
    private const int Length = 35_000;

    [Fact]
    public async Task Cut_connection_resumes_after_the_last_whole_fragment()
    {
        var (fragments, voice) = ACall(4);
        var stream = new AStream().With(fragments).With(new Fault.EndsAfter(Length * 2 + 9000));
        using var caller = new ACaller(stream);
        await caller.EndAsync();
        caller.ShouldHaveHeard(voice);
        stream.Starts[1].AfterFragmentNumber.ShouldBe(AFragment.NumberOf(2));
        stream.MostOpen.ShouldBe(1);
    }

    [Fact]
    public async Task Silent_end_of_a_connection_is_not_the_end_of_the_call()
    {
        var (fragments, voice) = ACall(4);
        var stream = new AStream().With(fragments[..2]).With(new Fault.EndsAfter(long.MaxValue));
        using var caller = new ACaller(stream);
        caller.Pass(TimeSpan.FromSeconds(2));
        stream.Publish(fragments[2]);
        caller.Pass(TimeSpan.FromSeconds(1));
        stream.Publish(fragments[3]);
        (await caller.EndAsync()).Kind.ShouldBe(VoiceEndKind.NoMoreFragments);
        caller.ShouldHaveHeard(voice);
    }

    [Fact]
    public async Task Connection_that_falls_silent_is_given_up_for_a_fresh_one()
    {
        var (fragments, voice) = ACall(4);
        var stream = new AStream().With(fragments).With(new Fault.StallsAfter(Length + 500));
        using var caller = new ACaller(stream);
        caller.Pass(TimeSpan.FromSeconds(5));
        caller.ShouldHaveHeard(voice);
        (await caller.EndAsync()).Kind.ShouldBe(VoiceEndKind.NoMoreFragments);
        stream.MostOpen.ShouldBe(1);
        stream.Open.ShouldBe(0);
    }

    [Fact]
    public async Task Time_between_two_fragments_is_no_stall_however_soon_the_call_counts_as_ended()
    {
        var (fragments, voice) = ACall(4);
        var stream = new AStream().With(fragments[..1]);
        using var caller = new ACaller(stream, new CallerVoiceOptions { EndOfCall = TimeSpan.FromSeconds(2) });
        foreach (var fragment in fragments[1..])
        {
            caller.Pass(TimeSpan.FromMilliseconds(1050));
            stream.Publish(fragment);
        }

        caller.Voice.Reconnects.ShouldBe(0);
        await caller.EndAsync();
        caller.ShouldHaveHeard(voice);
    }

    [Fact]
    public async Task Cut_at_any_place_loses_and_repeats_nothing()
    {
        var (fragments, voice) = ACall(2);
        var length = fragments.Sum(f => f.ToBytes().Length);
        for (var at = 0; at < length; at += 331)
        {
            using var caller = new ACaller(new AStream().With(fragments).With(new Fault.EndsAfter(at)));
            await caller.EndAsync();
            caller.ShouldHaveHeard(voice, $"cut at byte {at}");
        }
    }

    [Fact]
    public async Task Any_run_of_faults_loses_and_repeats_nothing()
    {
        var bytes = Gen.Long[0, Length * 3];
        var fault = Gen.OneOf<Fault>(
            bytes.Select(Fault (b) => new Fault.EndsAfter(b)),
            bytes.Select(Fault (b) => new Fault.BreaksAfter(b)),
            bytes.Select(Fault (b) => new Fault.StallsAfter(b)),
            Gen.Int[0, 3].Select(Fault (b) => new Fault.Damages(b)),
            Gen.Const<Fault>(new Fault.Refused(new ConnectionLimitExceededException("three already")))
        );
        await Gen.Select(fault.Array[0, 5], Gen.Bool, Gen.Bool, Gen.Bool)
            .SampleAsync(
                async (faults, strict, tagsFirst, numbered) =>
                {
                    var (before, _) = ACall(1, contact: Another, run: 9);
                    var (own, voice) = ACall(3, from: 2);
                    var (after, _) = ACall(1, from: 5, contact: Another, run: 8);
                    var all = before
                        .Concat(own)
                        .Concat(after)
                        .Select(f => f with { TagsFirst = tagsFirst, HasNumber = numbered });
                    var stream = new AStream().With(faults).With(numbered ? all : all.Skip(1));
                    var options = new CallerVoiceOptions
                    {
                        HoldEachFragment = strict,
                        EndOfCall = TimeSpan.FromMinutes(2),
                    };
                    using var caller = new ACaller(stream, options, firstFragment: 2);
                    (await caller.EndAsync()).Kind.ShouldBe(VoiceEndKind.StreamReused);
                    caller.ShouldHaveHeard(voice);
                    stream.MostOpen.ShouldBe(1);
                    stream.Open.ShouldBe(0);
                },
                iter: 200,
                threads: 1
            );
    }

    [Fact]
    public async Task Damaged_stream_is_read_again_from_the_last_whole_fragment()
    {
        var (fragments, voice) = ACall(3);
        var stream = new AStream().With(fragments).With(new Fault.Damages(fragments[0].ToBytes().Length + 1));
        using var caller = new ACaller(stream);
        await caller.EndAsync();
        caller.ShouldHaveHeard(voice);
    }

    [Fact]
    public async Task Fragment_that_is_gone_is_replaced_by_the_time_of_the_last_block()
    {
        var (fragments, voice) = ACall(3);
        var stream = new AStream().With(fragments[..2]).With(new Fault.EndsAfter(long.MaxValue));
        using var caller = new ACaller(stream);
        stream.Forget(1);
        stream.Publish(fragments[2]);
        await caller.EndAsync();
        caller.ShouldHaveHeard(voice);
        stream.Starts.ShouldContain(s => s.StartSelectorType.Value == "FRAGMENT_NUMBER");
        stream
            .Starts[^1]
            .ShouldSatisfyAllConditions(
                s => s.StartSelectorType.Value.ShouldBe("FRAGMENT_NUMBER"),
                s => s.AfterFragmentNumber.ShouldBe(AFragment.NumberOf(2))
            );
    }

    [Theory]
    [InlineData(4500, VoiceEndKind.Unreadable)]
    [InlineData(4503, VoiceEndKind.NoMoreFragments)]
    [InlineData(5000, VoiceEndKind.NoMoreFragments)]
    public async Task Error_inside_the_stream_is_final_only_where_trying_again_is_no_use(int id, VoiceEndKind kind)
    {
        var (fragments, voice) = ACall(2);
        var stream = new AStream().With(fragments).With(new Fault.Reports(id));
        using var caller = new ACaller(stream);
        var end = await caller.EndAsync();
        end.Kind.ShouldBe(kind);
        caller.ShouldHaveHeard(kind == VoiceEndKind.Unreadable ? [] : voice);
    }

    [Fact]
    public async Task Outage_is_not_taken_for_a_caller_who_hung_up()
    {
        var (fragments, voice) = ACall(3);
        var outage = Enumerable.Repeat<Fault>(new Fault.Refused(new IOException("unreachable")), 6);
        var stream = new AStream().With(fragments[..2]).With([new Fault.EndsAfter(long.MaxValue), .. outage]);
        using var caller = new ACaller(stream);
        caller.Pass(TimeSpan.FromSeconds(11));
        stream.Publish(fragments[2]);
        (await caller.EndAsync()).Kind.ShouldBe(VoiceEndKind.NoMoreFragments);
        caller.ShouldHaveHeard(voice);
    }

    [Fact]
    public async Task Reader_that_was_cut_among_older_fragments_does_not_read_them_again()
    {
        var (before, _) = ACall(2, contact: Another, run: 9);
        var (fragments, voice) = ACall(2, from: 3);
        var stream = new AStream().With(before).With(fragments).With(new Fault.EndsAfter((Length * 2) + 9000));
        using var caller = new ACaller(stream, firstFragment: 3);
        await caller.EndAsync();
        caller.ShouldHaveHeard(voice);
        stream.Starts[1].AfterFragmentNumber.ShouldBe(AFragment.NumberOf(2));
    }

    [Fact]
    public void Next_attempt_comes_later_each_time_and_later_still_where_a_limit_was_reached()
    {
        var pace = new ReconnectPace();
        var delays = Enumerable.Range(0, 6).Select(_ => pace.Next(limitReached: false)).ToArray();
        delays[0].ShouldBeInRange(TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(250));
        delays[3].ShouldBeInRange(TimeSpan.FromMilliseconds(1600), TimeSpan.FromMilliseconds(2000));
        delays[5].ShouldBeInRange(TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(5));
        pace.Succeeded();
        pace.Next(limitReached: true).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1));
    }
}

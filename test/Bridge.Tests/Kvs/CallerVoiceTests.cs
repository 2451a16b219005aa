using System.Globalization;
using Amazon.KinesisVideoMedia.Model;
using SonicBridge.Bridge.Kvs;
using static SonicBridge.Bridge.Tests.Kvs.ACaller;
using Control = Amazon.KinesisVideo.Model;

namespace SonicBridge.Bridge.Tests.Kvs;

public sealed class CallerVoiceTests
{
    [Fact]
    public async Task Call_is_heard_from_its_very_first_block_to_its_last()
    {
        var (fragments, voice) = ACall(5);
        var stream = new AStream().With(fragments);
        using var caller = new ACaller(stream);
        var end = await caller.EndAsync();

        end.Kind.ShouldBe(VoiceEndKind.NoMoreFragments);
        caller.ShouldHaveHeard(voice);
        caller.Positions[17].ShouldBe(new BlockPosition(AFragment.NumberOf(2), fragments[1].Time + 64));
        stream.Starts[0].StartSelectorType.Value.ShouldBe("PRODUCER_TIMESTAMP");
    }

    [Fact]
    public async Task Call_ends_when_nothing_new_came_for_the_end_of_call_time()
    {
        using var caller = new ACaller(new AStream().With(ACall(2).Fragments));
        await caller.EndAsync();
        (caller.Time.GetUtcNow() - caller.Started).ShouldBeInRange(
            TimeSpan.FromSeconds(10),
            TimeSpan.FromSeconds(10.2)
        );
    }

    [Fact]
    public async Task Fragments_of_calls_before_are_passed_over()
    {
        var (before, _) = ACall(3, contact: Another, run: 9);
        var (fragments, voice) = ACall(3, from: 4);
        using var caller = new ACaller(new AStream().With(before).With(fragments), firstFragment: 4);
        await caller.EndAsync();
        caller.ShouldHaveHeard(voice);
    }

    [Fact]
    public async Task Contact_is_found_when_nobody_knows_where_it_starts()
    {
        var (before, _) = ACall(3, contact: Another, run: 9);
        var (fragments, voice) = ACall(3, from: 4);
        var stream = new AStream().With(before).With(fragments);
        using var caller = new ACaller(stream, firstFragment: null, knowsStart: false);
        await caller.EndAsync();
        caller.ShouldHaveHeard(voice);
        stream.Starts[0].StartSelectorType.Value.ShouldBe("SERVER_TIMESTAMP");
    }

    [Fact]
    public async Task Next_callers_first_byte_ends_the_reading_and_is_not_heard()
    {
        var (fragments, voice) = ACall(2);
        var stream = new AStream().With(fragments);
        using var caller = new ACaller(stream);
        foreach (var fragment in ACall(2, from: 3, contact: Another, run: 7).Fragments)
        {
            stream.Publish(fragment);
        }

        (await caller.EndAsync()).Kind.ShouldBe(VoiceEndKind.StreamReused);
        caller.ShouldHaveHeard(voice);
        caller.Voice.ForeignBlocks.ShouldBe(16);
        stream.Open.ShouldBe(0);
    }

    [Fact]
    public async Task Next_caller_in_the_same_run_is_not_heard_when_each_fragment_is_held()
    {
        var (fragments, voice) = ACall(2);
        var (next, _) = ACall(1, from: 3, contact: Another, run: 1);
        using var caller = new ACaller(
            new AStream().With(fragments).With(next),
            new CallerVoiceOptions { HoldEachFragment = true }
        );
        (await caller.EndAsync()).Kind.ShouldBe(VoiceEndKind.StreamReused);
        caller.ShouldHaveHeard(voice);
    }

    [Fact]
    public void Blocks_of_a_run_flow_before_their_fragment_ends_once_its_contact_is_known()
    {
        var (fragments, voice) = ACall(2);
        var length = fragments.Sum(f => f.ToBytes().Length) - 3000;
        using var caller = new ACaller(new AStream().With(fragments).With(new Fault.StallsAfter(length)));
        caller.Heard.Length.ShouldBeGreaterThan(voice.Length * 3 / 4);
    }

    [Fact]
    public void Nothing_is_heard_before_the_contact_is_named()
    {
        var (fragments, _) = ACall(1);
        var bytes = fragments[0].ToBytes();
        var name = bytes.AsSpan().IndexOf("ContactId"u8);
        using var caller = new ACaller(new AStream().With(fragments).With(new Fault.StallsAfter(name)));
        caller.Heard.ShouldBeEmpty();
    }

    public static TheoryData<string, AFragment[]> Layouts { get; } =
        new()
        {
            { "tags before the cluster", [.. ACall(3).Fragments.Select(f => f with { TagsFirst = true })] },
            { "clusters of known size", [.. ACall(3).Fragments.Select(f => f with { SizedCluster = true })] },
            {
                "segments of known size",
                [.. ACall(3).Fragments.Select(f => f with { SizedCluster = true, SizedSegment = true })]
            },
            {
                "no tags in the middle",
                [.. ACall(3).Fragments.Select(f => f with { ContactId = f.Number == 2 ? null : Contact })]
            },
            {
                "no tags at the end",
                [.. ACall(3).Fragments.Select(f => f with { ContactId = f.Number == 3 ? null : Contact })]
            },
            {
                "no tags before the end",
                [.. ACall(3).Fragments.Select(f => f with { ContactId = f.Number == 3 ? Contact : null })]
            },
            { "no UID", [.. ACall(3).Fragments.Select(f => f with { HasUid = false })] },
            {
                "no UID and no tags in the middle",
                [.. ACall(3).Fragments.Select(f => f.Number == 2 ? f with { HasUid = false, ContactId = null } : f)]
            },
            { "no fragment numbers", [.. ACall(3).Fragments.Select(f => f with { HasNumber = false })] },
            { "a new run of the same contact", [.. ACall(2).Fragments, AFragment.Of(3, Contact, run: 5)] },
            { "one track without a name", [.. ACall(3).Fragments.Select(f => f with { Tracks = [null] })] },
            {
                "the old name of the only track",
                [.. ACall(3).Fragments.Select(f => f with { Tracks = ["Track_audio/L16"] })]
            },
            {
                "an id in capitals",
                [.. ACall(3).Fragments.Select(f => f with { ContactId = Contact.ToUpperInvariant() })]
            },
        };

    [Theory]
    [MemberData(nameof(Layouts))]
    public async Task Voice_is_whole_in_each_layout(string layout, AFragment[] fragments)
    {
        foreach (var strict in (bool[])[false, true])
        {
            using var caller = new ACaller(
                new AStream().With(fragments),
                new CallerVoiceOptions { HoldEachFragment = strict }
            );
            await caller.EndAsync();
            caller.ShouldHaveHeard(ACall(3).Voice, $"{layout}, strict: {strict}");
        }
    }

    [Fact]
    public async Task Caller_is_found_by_the_tracks_name_whatever_its_number()
    {
        var swapped = AFragment.Of(1, Contact) with { Tracks = [AFragment.Agent, AFragment.Customer] };
        using var caller = new ACaller(new AStream().With([swapped]));
        await caller.EndAsync();
        caller.ShouldHaveHeard(swapped.Voice(track: 2));
    }

    [Fact]
    public async Task Short_block_in_the_middle_is_heard_as_it_is()
    {
        var fragment = AFragment.Of(1, Contact);
        var shortened = fragment with
        {
            Blocks = [.. fragment.Blocks.Select(b => b.Time == 128 ? b with { Payload = b.Payload[..192] } : b)],
        };
        using var caller = new ACaller(new AStream().With([shortened]));
        await caller.EndAsync();
        caller.ShouldHaveHeard(shortened.Voice());
    }

    [Fact]
    public async Task Run_that_names_nobody_is_given_up_before_it_fills_memory()
    {
        using var caller = new ACaller(
            new AStream().With(ACall(8, contact: null).Fragments),
            new CallerVoiceOptions { MostHeldBytes = 64 * 1024 }
        );
        var end = await caller.EndAsync();
        end.Kind.ShouldBe(VoiceEndKind.Unreadable);
        end.Detail.ShouldContain("name no contact");
        caller.Heard.ShouldBeEmpty();
    }

    [Fact]
    public async Task Sink_that_takes_its_time_is_no_silence()
    {
        var (fragments, voice) = ACall(3);
        var clock = default(ACaller);
        var gate = new TaskCompletionSource();
        using var caller = new ACaller(
            new AStream().With(fragments),
            onBlock: _ => clock is null ? new ValueTask(gate.Task) : ValueTask.CompletedTask
        );
        caller.Pass(TimeSpan.FromMinutes(1));
        clock = caller;
        gate.SetResult();
        (await caller.EndAsync()).Kind.ShouldBe(VoiceEndKind.NoMoreFragments);
        caller.ShouldHaveHeard(voice);
    }

    [Fact]
    public async Task Failure_of_the_sink_is_not_taken_for_one_of_the_stream()
    {
        var stream = new AStream().With(ACall(1).Fragments);
        using var caller = new ACaller(stream, onBlock: _ => throw new IOException("the model is gone"));
        (await Should.ThrowAsync<IOException>(caller.EndAsync)).Message.ShouldBe("the model is gone");
        stream.Open.ShouldBe(0);
    }

    [Fact]
    public async Task Reading_that_is_called_off_closes_its_connection()
    {
        using var off = new CancellationTokenSource();
        var stream = new AStream().With(ACall(1).Fragments);
        using var caller = new ACaller(stream, cancellationToken: off.Token);
        stream.Open.ShouldBe(1);
        await off.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(caller.EndAsync);
        stream.Open.ShouldBe(0);
    }

    public static TheoryData<string, Fault> Refusals { get; } =
        new()
        {
            { "no such stream", new Fault.NoEndpoint(new Control.ResourceNotFoundException("")) },
            { "allow kinesisvideo:GetDataEndpoint", new Fault.NoEndpoint(new Control.NotAuthorizedException("no")) },
            { "allow kinesisvideo:GetDataEndpoint", new Fault.Refused(new NotAuthorizedException("no")) },
            { "was not valid", new Fault.Refused(new InvalidArgumentException("no")) },
        };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Stream_that_can_never_be_read_is_told_at_once_with_what_to_do(string sentence, Fault fault)
    {
        using var caller = new ACaller(new AStream().With(fault));
        var end = await caller.EndAsync();
        end.Kind.ShouldBe(VoiceEndKind.Unreadable);
        end.Detail.ShouldContain(sentence);
        caller.Time.GetUtcNow().ShouldBe(caller.Started);
    }

    [Fact]
    public async Task Stream_that_stays_out_of_reach_is_given_up_in_the_end()
    {
        var errors = Enumerable.Repeat<Fault>(new Fault.Refused(new ClientLimitExceededException("slow down")), 60);
        using var caller = new ACaller(new AStream().With([.. errors]));
        var end = await caller.EndAsync();
        end.ShouldSatisfyAllConditions(
            e => e.Kind.ShouldBe(VoiceEndKind.Unreadable),
            e => e.Detail.ShouldContain("too much was asked")
        );
        (caller.Time.GetUtcNow() - caller.Started).ShouldBeInRange(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(31));
        caller.Voice.Reconnects.ShouldBeLessThan(14);
    }

    [Fact]
    public async Task What_was_read_is_counted()
    {
        var stream = new AStream().With(new Fault.EndsAfter(30_000)).With(ACall(3).Fragments);
        using var caller = new ACaller(stream);
        await caller.EndAsync();
        caller.Voice.ShouldSatisfyAllConditions(
            v => v.Blocks.ShouldBe(48),
            v => v.Reconnects.ShouldBeGreaterThanOrEqualTo(1),
            v => v.Fragments.ShouldBeGreaterThan(3),
            v => v.MillisBehind.ShouldBe(120),
            v => v.LastWholeFragment.ShouldBe(AFragment.NumberOf(2))
        );
    }

    [Fact]
    public async Task Another_bridge_goes_on_where_the_last_whole_fragment_ended()
    {
        var (fragments, _) = ACall(5);
        var options = new CallerVoiceOptions { Start = new VoiceStart.AfterFragment(AFragment.NumberOf(3)) };
        using var caller = new ACaller(new AStream().With(fragments), options);
        await caller.EndAsync();
        caller.ShouldHaveHeard(MkvBytes.Join(fragments[3].Voice(), fragments[4].Voice()));
    }

    [Fact]
    public async Task Another_bridge_may_listen_from_now_on()
    {
        var (fragments, _) = ACall(12);
        var options = new CallerVoiceOptions { Start = new VoiceStart.AtOnce() };
        using var caller = new ACaller(new AStream().With(fragments), options);
        await caller.EndAsync();
        var now = caller.Started.ToUnixTimeMilliseconds();
        caller
            .Positions[0]
            .Time.ToString(CultureInfo.InvariantCulture)
            .ShouldBe(fragments.First(f => f.Time + 1024 > now).Time.ToString(CultureInfo.InvariantCulture));
    }
}

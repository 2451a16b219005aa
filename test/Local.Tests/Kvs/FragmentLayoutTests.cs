using SonicBridge.Contracts;
using SonicBridge.Local.Kvs;

namespace SonicBridge.Local.Tests.Kvs;

public sealed class FragmentLayoutTests
{
    private const string Earliest = """{"StartSelectorType":"EARLIEST"}""";
    private const string Caller = "AUDIO_FROM_CUSTOMER";
    private const string Agent = "AUDIO_TO_CUSTOMER";

    private static readonly string[] Before =
    [
        "AWS_KINESISVIDEO_FRAGMENT_NUMBER",
        "AWS_KINESISVIDEO_SERVER_TIMESTAMP",
        "AWS_KINESISVIDEO_PRODUCER_TIMESTAMP",
    ];

    private static readonly string[] After =
    [
        "AWS_KINESISVIDEO_MILLIS_BEHIND_NOW",
        "AWS_KINESISVIDEO_CONTINUATION_TOKEN",
    ];

    private static readonly string[] OfContact = ["ContactId", "InstanceId", "MimeType", Caller, "Events"];

    [Fact]
    public async Task A_fragment_is_a_document_of_its_own_with_tags_on_both_sides_of_a_second_of_audio()
    {
        await using var stream = await AStream.Start();
        stream.Speak(16 + 16 + 3);
        stream.Run.Stop();

        var fragments = await stream.Read(Earliest);

        fragments.Count.ShouldBe(3);
        fragments.ShouldAllBe(static f => f.DocType == "matroska" && f.SegmentUid.Length == 32);
        fragments.Select(static f => f.SegmentUid).Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
        foreach (var fragment in fragments)
        {
            fragment.Order.ShouldBe([.. Before, "Cluster", .. OfContact, .. After]);
            fragment.Tags["ContactId"].ShouldBe(AStream.Contact.ToString());
            fragment.Tags["MimeType"].ShouldBe("audio/L16;rate=8000;channels=1;");
            fragment.Tags["AWS_KINESISVIDEO_CONTINUATION_TOKEN"].ShouldBe(fragment.Number);
            fragment.Number.Length.ShouldBe(47);
        }

        fragments.Select(static f => f.Blocks.Count).ShouldBe([16, 16, 3]);
        fragments.SelectMany(static f => f.Blocks).ShouldAllBe(static block => block.Pcm.Length == 1024);
        fragments.SelectMany(static f => f.Samples(Caller)).ShouldBe(stream.Spoken);
    }

    [Fact]
    public async Task Blocks_stand_64_ms_apart_in_Unix_time()
    {
        await using var stream = await AStream.Start();
        stream.Speak(20);
        stream.Run.Stop();

        var fragments = await stream.Read(Earliest);

        var times = fragments.SelectMany(static f => f.Blocks).Select(static block => block.Time);
        times.ShouldBe(Enumerable.Range(0, 20).Select(n => stream.Run.StartedAt + (64 * n)));
        fragments[0].Tags["AWS_KINESISVIDEO_PRODUCER_TIMESTAMP"].ShouldBe("1772600767.123");
        fragments[1].Tags["AWS_KINESISVIDEO_PRODUCER_TIMESTAMP"].ShouldBe("1772600768.147");
        // The service has the first block when it was spoken, 64 ms later.
        fragments[0].Tags["AWS_KINESISVIDEO_SERVER_TIMESTAMP"].ShouldBe("1772600767.187");
    }

    [Fact]
    public async Task Fragment_numbers_rise_and_begin_with_the_one_that_the_contact_names()
    {
        await using var stream = await AStream.Start();
        stream.Speak(16 * 12);
        var numbers = (await stream.Read(Earliest)).Select(static f => f.Number).ToArray();
        numbers[0].ShouldBe(stream.Run.StartFragmentNumber);
        numbers.ShouldBe(numbers.Order(StringComparer.Ordinal));
        numbers.Distinct(StringComparer.Ordinal).Count().ShouldBe(12);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public async Task Both_tracks_alternate_and_only_their_names_tell_them_apart(bool swapped, int callerTrack)
    {
        await using var stream = await AStream.Start(
            new StreamingSettings { BothTracks = true, TracksSwapped = swapped }
        );
        stream.Speak(16);

        var fragment = (await stream.Read(Earliest)).Single();

        fragment.Tracks[Caller].ShouldBe((byte)callerTrack);
        fragment.Blocks.Select(static block => block.Track).Chunk(2).ShouldAllBe(static pair => pair[0] != pair[1]);
        fragment.Samples(Caller).ShouldBe(stream.Spoken);
        fragment.Samples(Agent).ShouldBe(stream.Spoken.Select(static s => (short)-s));
        // The tags' values stay as they are, and contradict the swapped tracks.
        (fragment.Tags[Caller], fragment.Tags[Agent]).ShouldBe(("1", "2"));
    }

    [Fact]
    public async Task Other_layouts_of_real_captures_can_be_had()
    {
        await using var stream = await AStream.Start(
            new StreamingSettings
            {
                ContactTagsFirst = true,
                SizedClusters = true,
                UntaggedTail = true,
            }
        );
        stream.Speak(17);
        stream.Run.Stop();

        var fragments = await stream.Read(Earliest);

        fragments[0].Order.ShouldBe([.. Before, .. OfContact, "SizedCluster", .. After]);
        fragments[1].Order.ShouldBe([.. Before, "SizedCluster", .. After]);
    }

    [Fact]
    public async Task A_short_block_keeps_its_length()
    {
        await using var stream = await AStream.Start();
        stream.Speak(2);
        stream.Speak(1, samplesPerBlock: 96);
        stream.Run.Stop();
        var fragment = (await stream.Read(Earliest)).Single();
        fragment.Blocks.Select(static block => block.Pcm.Length).ShouldBe([1024, 1024, 192]);
    }

    [Fact]
    public async Task A_stream_is_used_again_by_another_contact()
    {
        await using var stream = await AStream.Start();
        stream.Speak(16);
        stream.Run.Stop();
        var other = ContactId.New();
        var second = stream.Streams.Start(other, new StreamingSettings());
        second.Stream.ShouldBeSameAs(stream.Run.Stream);
        stream.Streams.Start(ContactId.New(), new StreamingSettings()).Stream.ShouldNotBeSameAs(second.Stream);
        second.Add(new short[512], []);
        second.Stop();

        var fragments = await stream.Read(Earliest);

        fragments.Select(static f => f.Tags["ContactId"]).ShouldBe([AStream.Contact.ToString(), other.ToString()]);
        fragments.Select(static f => f.SegmentUid).Distinct(StringComparer.Ordinal).Count().ShouldBe(2);
    }
}

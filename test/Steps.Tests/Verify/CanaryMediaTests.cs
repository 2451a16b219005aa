using System.Buffers;
using System.Text;
using SonicBridge.Bridge.Kvs.Matroska;
using SonicBridge.Contracts;
using SonicBridge.Steps.Verify;

namespace SonicBridge.Steps.Tests.Verify;

/// <summary>What the synthetic call puts into its stream, as the bridge's own parser reads it.</summary>
public sealed class CanaryMediaTests
{
    private static readonly ContactId s_contact = ContactId.Parse("5b9dd5c6-9a3e-4c7e-8f43-0d1a2b3c4d5e");
    private static readonly Guid s_run = new("2f1e0d3c-5b4a-4978-8675-a4b3c2d1e0f1");
    private static readonly DateTimeOffset s_start = DateTimeOffset.FromUnixTimeMilliseconds(1_764_000_000_123);

    private static List<MkvItem> Parse(byte[] bytes)
    {
        var items = new List<MkvItem>();
        var state = default(MkvState);
        var input = new ReadOnlySequence<byte>(bytes);
        while (MkvParser.TryRead(ref state, ref input, new MkvLimits(), out var item))
        {
            items.Add(item);
        }

        input.Length.ShouldBe(0);
        return items;
    }

    private static string Text(ReadOnlySequence<byte> bytes) => Encoding.UTF8.GetString(bytes);

    [Fact]
    public void The_bridge_reads_the_speech_back_sample_for_sample()
    {
        var speech = CanarySpeech.Read();
        var media = new CanaryMedia(s_contact, s_run);
        byte[] bytes =
        [
            .. media.Opening(),
            .. media.Fragment(s_start, speech.AsSpan(0, 8192)),
            .. media.Fragment(s_start + CanaryMedia.DurationOf(8192), speech.AsSpan(8192)),
        ];

        var items = Parse(bytes);

        var blocks = items.Where(item => item.Kind == MkvItemKind.Block).ToList();
        var pcm = blocks.SelectMany(block => block.Value.ToArray()).ToArray();
        pcm.Length.ShouldBe(speech.Length * 2);
        pcm.ShouldBe(speech.SelectMany(BitConverter.GetBytes));
        blocks.ShouldAllBe(block => block.Track == 1);
        blocks
            .Select(block => block.Time)
            .ShouldBe(blocks.Select((_, i) => s_start.ToUnixTimeMilliseconds() + (i * 64)));
    }

    [Fact]
    public void Each_fragment_names_the_contact_and_the_track_is_the_callers()
    {
        var media = new CanaryMedia(s_contact, s_run);
        byte[] bytes =
        [
            .. media.Opening(),
            .. media.Fragment(s_start, new short[1024]),
            .. media.Fragment(s_start.AddMilliseconds(128), new short[1024]),
        ];

        var items = Parse(bytes);

        items.Count(item => item.Kind == MkvItemKind.Document).ShouldBe(1);
        items.Single(item => item.Kind == MkvItemKind.Segment).Value.ToArray().ShouldBe(s_run.ToByteArray());
        Text(items.Single(item => item.Kind == MkvItemKind.Track).Name).ShouldBe("AUDIO_FROM_CUSTOMER");
        var tags = items
            .Where(item => item.Kind == MkvItemKind.Tag)
            .Select(tag => (Text(tag.Name), Text(tag.Value)))
            .ToList();
        tags.Count(tag => tag == ("ContactId", s_contact.ToString())).ShouldBe(2);
        tags.ShouldContain(("MimeType", "audio/L16;rate=8000;channels=1;"));
    }

    [Fact]
    public void Fragments_keep_the_rules_of_PutMedia()
    {
        var media = new CanaryMedia(s_contact, s_run);
        var items = Parse([.. media.Opening(), .. media.Fragment(s_start, new short[8192])]);

        var tags = items.Where(item => item.Kind == MkvItemKind.Tag).ToList();
        tags.Count.ShouldBeLessThanOrEqualTo(10);
        tags.ShouldAllBe(tag => tag.Name.Length <= 128 && tag.Value.Length <= 256);
        tags.ShouldAllBe(tag => !Text(tag.Name).StartsWith("AWS", StringComparison.Ordinal));
        items.Count(item => item.Kind == MkvItemKind.Track).ShouldBeLessThanOrEqualTo(3);
    }

    [Fact]
    public void The_synthetic_caller_says_something_for_some_seconds()
    {
        var speech = CanarySpeech.Read();

        CanaryMedia.DurationOf(speech.Length).TotalSeconds.ShouldBeInRange(2, 8);
        speech.Max(sample => Math.Abs((int)sample)).ShouldBeGreaterThan(4000);
    }
}

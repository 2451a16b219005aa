using System.Buffers;
using System.Runtime.InteropServices;
using Amazon.KinesisVideo;
using Amazon.KinesisVideoMedia;
using Amazon.Runtime;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SonicBridge.Bridge.Kvs;
using SonicBridge.Contracts;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.Kvs;
using MediaFault = SonicBridge.Local.Kvs.MediaFault;

namespace SonicBridge.Bridge.Tests.Kvs;

/// <summary>The caller's voice through the SDK's clients and over sockets, from the local Kinesis Video.</summary>
public sealed class OverTheWireTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, true)]
    [InlineData(true, true, false)]
    [InlineData(true, true, true)]
    public async Task Whole_call_is_heard_sample_for_sample_with_every_fault_in_the_middle(
        bool bothTracks,
        bool swapped,
        bool tagsFirst
    )
    {
        var contact = ContactId.New();
        var speaking = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var streams = new KvsStreams(speaking);
        await using var door = await AwsFrontDoor.StartAsync(new FrontDoorOptions(), TimeProvider.System, null, Token);
        door.Add(new KvsService(streams, new KvsSettings(), TimeProvider.System));

        Speak(streams.Start(ContactId.New(), new StreamingSettings()), speaking, seconds: 3, seed: 1);
        var layout = new StreamingSettings
        {
            BothTracks = bothTracks,
            TracksSwapped = swapped,
            ContactTagsFirst = tagsFirst,
            UntaggedTail = true,
        };
        var run = streams.Start(contact, layout);
        run.Stream.Faults.Enqueue(new MediaFault.Cut(2, 5000));
        run.Stream.Faults.Enqueue(new MediaFault.SilentEnd(3));
        run.Stream.Faults.Enqueue(new MediaFault.Refused("InvalidEndpointException"));
        run.Stream.Faults.Enqueue(new MediaFault.Stall(1, 700));
        run.Stream.Faults.Enqueue(new MediaFault.Reported(2, 5000, "INTERNAL_ERROR"));
        run.Stream.Faults.Enqueue(new MediaFault.Cut(1, 1));
        var voice = Speak(run, speaking, seconds: 30, seed: 2);
        Speak(streams.Start(ContactId.New(), new StreamingSettings()), speaking, seconds: 3, seed: 3);

        var heard = new Heard();
        using var caller = CallerAt(door, run, contact);
        (await caller.ReadAsync(heard, Token)).Kind.ShouldBe(VoiceEndKind.StreamReused);
        Digest.Of(heard.Voice).ShouldBe(Digest.Of(voice));
        caller.Reconnects.ShouldBe(6);
        run.Stream.Faults.ShouldBeEmpty();
    }

    private static CallerVoice CallerAt(AwsFrontDoor door, StreamingRun run, ContactId contact)
    {
        var credentials = new BasicAWSCredentials("local", "local-secret");
        var control = new AmazonKinesisVideoClient(
            credentials,
            new AmazonKinesisVideoConfig { ServiceURL = door.Http.ToString(), AuthenticationRegion = "us-east-1" }
        );
        var media = new KinesisMedia(
            control,
            endpoint => new AmazonKinesisVideoMediaClient(
                credentials,
                new AmazonKinesisVideoMediaConfig { ServiceURL = endpoint, AuthenticationRegion = "us-east-1" }
            ),
            run.Stream.Arn
        );
        var call = new CallDescription
        {
            ContactId = contact,
            StreamArn = run.Stream.Arn,
            StartFragmentNumber = run.StartFragmentNumber,
            StartTimestamp = run.StartedAt,
        };
        // Short, since the stall in it is one of real time.
        var options = new CallerVoiceOptions { EndOfCall = TimeSpan.FromSeconds(3) };
        return new CallerVoice(media, call, options, TimeProvider.System, NullLogger<CallerVoice>.Instance);
    }

    /// <summary>Speaks and stops, in the stream's own time.</summary>
    private static byte[] Speak(StreamingRun run, FakeTimeProvider time, int seconds, int seed)
    {
        var pcm = new byte[seconds * 16000];
        new Random(seed).NextBytes(pcm);
        var samples = MemoryMarshal.Cast<byte, short>(pcm.AsSpan());
        for (var at = 0; at < samples.Length; at += StreamingRun.BlockSamples)
        {
            var block = samples[at..Math.Min(at + StreamingRun.BlockSamples, samples.Length)];
            run.Add(block, new short[block.Length]);
            time.Advance(TimeSpan.FromMilliseconds(64));
        }

        run.Stop();
        return pcm;
    }

    private sealed class Heard : IVoiceSink
    {
        private readonly List<byte> _voice = [];

        public byte[] Voice => [.. _voice];

        public ValueTask WriteAsync(ReadOnlySequence<byte> pcm, BlockPosition position, CancellationToken token)
        {
            _voice.AddRange(pcm.ToArray());
            return ValueTask.CompletedTask;
        }
    }
}

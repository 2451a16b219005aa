using Microsoft.Extensions.Logging.Abstractions;
using SonicBridge.Bridge.Conversation;
using SonicBridge.Bridge.Kvs;
using SonicBridge.Bridge.Tests.Kvs;
using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Tests.Conversation;

/// <summary>The caller's voice as Amazon Connect publishes it, a fragment a second, read by the bridge's own reader.</summary>
internal sealed class AStreamedCaller
{
    private const string Contact = "5b9dd5c6-9a3e-4c7e-8f43-0d1a2b3c4d5e";
    private const int BlocksOfFragment = 16;
    private const int MillisecondsOfBlock = 64;

    private readonly List<byte[]> _blocks = [];
    private int _fragments;

    public AStream Stream { get; } = new();

    /// <summary>The last fragment that was published.</summary>
    public AFragment? Last { get; private set; }

    public CallerVoice Open(TimeProvider time) =>
        new(
            new KinesisMedia(Stream.Control, _ => Stream, AStream.Arn),
            new CallDescription
            {
                ContactId = ContactId.Parse(Contact),
                StreamArn = AStream.Arn,
                StartFragmentNumber = AFragment.NumberOf(1),
                StartTimestamp = new AFragment { Number = 1 }.Time,
            },
            new CallerVoiceOptions(),
            time,
            NullLogger<CallerVoice>.Instance
        );

    /// <summary>Reads it as the assembly of a call does.</summary>
    public static async Task<CallInput> ReadAsync(
        CallerVoice voice,
        IVoiceSink sink,
        CancellationToken cancellationToken
    )
    {
        var end = await voice.ReadAsync(sink, cancellationToken);
        return end.Kind is VoiceEndKind.NoMoreFragments
            ? new CallInput.CallerLeft(CallEnding.CallerHungUp, end.Detail)
            : new CallInput.Broke(end.Detail);
    }

    /// <summary>The caller says a block of 64 ms.</summary>
    public void Say(byte[] block)
    {
        _blocks.Add(block);
        if (_blocks.Count == BlocksOfFragment)
        {
            Publish();
        }
    }

    /// <summary>No more fragments come; the last may be short.</summary>
    public void HangUp()
    {
        Stream.Release();
        if (_blocks.Count > 0)
        {
            Publish();
        }
    }

    private void Publish()
    {
        Last = new AFragment
        {
            Number = ++_fragments,
            ContactId = Contact,
            Blocks = [.. _blocks.Select((block, i) => (1, i * MillisecondsOfBlock, block))],
        };
        _blocks.Clear();
        Stream.Publish(Last);
    }
}

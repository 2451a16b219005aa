using System.Buffers;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SonicBridge.Bridge.Kvs;
using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Tests.Kvs;

/// <summary>A caller's voice that is read in virtual time, and what was heard of it.</summary>
internal sealed class ACaller : IVoiceSink, IDisposable
{
    public const string Contact = "5b9dd5c6-9a3e-4c7e-8f43-0d1a2b3c4d5e";
    public const string Another = "0c3d2e1f-1111-4222-8333-444455556666";

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(10);

    private readonly List<byte> _heard = [];
    private readonly Task<VoiceEnd> _reading;

    public ACaller(
        AStream stream,
        CallerVoiceOptions? options = null,
        int? firstFragment = 1,
        bool knowsStart = true,
        Func<CancellationToken, ValueTask>? onBlock = null,
        CancellationToken? cancellationToken = null
    )
    {
        // Continuations run where time is advanced: when Advance returns, all that follows from it has happened.
        SynchronizationContext.SetSynchronizationContext(null);
        OnBlock = onBlock;
        Time = new FakeTimeProvider(DateTimeOffset.FromUnixTimeMilliseconds(1_790_000_010_000));
        Voice = new CallerVoice(
            new KinesisMedia(stream.Control, _ => stream, AStream.Arn),
            new CallDescription
            {
                ContactId = ContactId.Parse(Contact),
                StreamArn = AStream.Arn,
                StartFragmentNumber = firstFragment is { } number ? AFragment.NumberOf(number) : null,
                StartTimestamp = knowsStart ? new AFragment { Number = firstFragment ?? 1 }.Time + 300 : null,
            },
            options ?? new CallerVoiceOptions(),
            Time,
            NullLogger<CallerVoice>.Instance
        );
        Started = Time.GetUtcNow();
        _reading = Voice.ReadAsync(this, cancellationToken ?? TestContext.Current.CancellationToken);
    }

    public FakeTimeProvider Time { get; }

    public CallerVoice Voice { get; }

    public DateTimeOffset Started { get; }

    public byte[] Heard => [.. _heard];

    public List<BlockPosition> Positions { get; } = [];

    private Func<CancellationToken, ValueTask>? OnBlock { get; }

    public void ShouldHaveHeard(byte[] voice, string? when = null) => Digest.Of(Heard).ShouldBe(Digest.Of(voice), when);

    public void Pass(TimeSpan time)
    {
        for (var end = Time.GetUtcNow() + time; Time.GetUtcNow() < end; )
        {
            Time.Advance(Step);
        }
    }

    /// <summary>Lets time pass until reading has ended.</summary>
    public async Task<VoiceEnd> EndAsync()
    {
        for (var end = Time.GetUtcNow() + Most; !_reading.IsCompleted; Time.Advance(Step))
        {
            Time.GetUtcNow().ShouldBeLessThan(end, "reading never ends");
        }

        return await _reading;
    }

    public async ValueTask WriteAsync(
        ReadOnlySequence<byte> pcm,
        BlockPosition position,
        CancellationToken cancellationToken
    )
    {
        if (OnBlock is not null)
        {
            await OnBlock(cancellationToken);
        }

        _heard.AddRange(pcm.ToArray());
        Positions.Add(position);
    }

    public void Dispose() => Voice.Dispose();

    /// <summary>A call of so many fragments, and what its caller says.</summary>
    public static (AFragment[] Fragments, byte[] Voice) ACall(
        int fragments,
        int from = 1,
        string? contact = Contact,
        byte run = 1
    )
    {
        var all = Enumerable.Range(from, fragments).Select(i => AFragment.Of(i, contact, run)).ToArray();
        return (all, MkvBytes.Join([.. all.Select(f => f.Voice())]));
    }
}

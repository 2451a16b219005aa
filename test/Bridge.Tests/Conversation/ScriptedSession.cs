using System.Buffers;
using System.Threading.Channels;
using SonicBridge.Bridge.Sonic;
using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Tests.Conversation;

/// <summary>
/// One session with a model in virtual time. It says what a test tells it to, or answers by itself what it hears; and it
/// fails where a test wants it.
/// </summary>
internal sealed class ScriptedSession(int number, DateTimeOffset openedAt) : ISonicSession
{
    // As many blocks as a real session holds before it holds the caller back.
    private const int QueuedBytes = 64 * 1024;

    private readonly Channel<SonicEvent> _events = Channel.CreateUnbounded<SonicEvent>();
    private readonly TaskCompletionSource _moves = new();
    private readonly List<byte> _unsent = [];
    private SonicEnd? _end;

    public int Number => number;

    public DateTimeOffset OpenedAt => openedAt;

    public DateTimeOffset? CredentialsEnd { get; init; }

    /// <summary>What it was told; null before it has begun.</summary>
    public ConversationHistory? History { get; private set; }

    /// <summary>How many of the caller's words were known when it was told what was said before.</summary>
    public int KnownWhenBegun { get; private set; }

    public Func<int> Known { get; init; } = static () => 0;

    /// <summary>The caller's voice that came in.</summary>
    public List<byte> Heard { get; } = [];

    /// <summary>Takes what is heard in place of <see cref="Heard"/>, where hours of it would be too much.</summary>
    public Action<byte[]>? HearsInstead { get; init; }

    /// <summary>What was said in the caller's stead.</summary>
    public List<string> Told { get; } = [];

    /// <summary>Answers what it hears; null when the test speaks for it.</summary>
    public ScriptedAnswers? Answers { get; init; }

    public bool IsStalled { get; private set; }

    public bool ToldGoodbye { get; private set; }

    public bool HasEnded => _end is not null;

    /// <summary>Words of the history, <c>caller: …</c> or <c>agent: …</c>.</summary>
    public IEnumerable<string> Messages =>
        History!.Messages.Select(m => $"{(m.Speaker == Speaker.Caller ? "caller" : "agent")}: {m.Text}");

    public void Say(params SonicEvent[] events)
    {
        foreach (var one in events)
        {
            _events.Writer.TryWrite(one);
        }
    }

    /// <summary>Takes nothing more and says nothing more, but does not end.</summary>
    public void Stall() => IsStalled = true;

    /// <summary>Ends by itself; what it said before is heard.</summary>
    public void End(SonicEndKind kind)
    {
        _end ??= new SonicEnd(kind, $"The model ended: {kind}.");
        _events.Writer.TryComplete();
        _moves.TrySetResult();
    }

    public Task BeginAsync(ConversationHistory history, CancellationToken cancellationToken)
    {
        History.ShouldBeNull();
        (History, KnownWhenBegun) = (history, Known());
        return Task.CompletedTask;
    }

    public async ValueTask<long> WriteAsync(ReadOnlySequence<byte> pcm, CancellationToken cancellationToken)
    {
        History.ShouldNotBeNull();
        if (IsStalled && !HasEnded && _unsent.Count + pcm.Length <= QueuedBytes)
        {
            _unsent.AddRange(pcm.ToArray());
            return pcm.Length;
        }

        if (IsStalled)
        {
            await _moves.Task.WaitAsync(cancellationToken);
        }

        if (HasEnded || ToldGoodbye)
        {
            return 0;
        }

        var voice = pcm.ToArray();
        // Pure silence is the bridge's own; a caller's line is never without noise.
        if (voice.AsSpan().ContainsAnyExcept((byte)0))
        {
            (HearsInstead ?? Heard.AddRange)(voice);
        }

        Answers?.Hear(pcm);
        return pcm.Length;
    }

    public Task<bool> SayAsync(string text, CancellationToken cancellationToken)
    {
        History.ShouldNotBeNull();
        if (!HasEnded)
        {
            Told.Add(text);
            Answers?.Read(text);
        }

        return Task.FromResult(!HasEnded);
    }

    /// <summary>What it was told of its tools, each as <c>id json</c>.</summary>
    public List<string> ToolAnswers { get; } = [];

    public Task<bool> AnswerToolAsync(string toolUseId, string json, CancellationToken cancellationToken)
    {
        History.ShouldNotBeNull();
        if (!HasEnded)
        {
            ToolAnswers.Add($"{toolUseId} {json}");
            Answers?.Read(json);
        }

        return Task.FromResult(!HasEnded);
    }

    public async Task<SonicEnd> ReadAsync(Func<SonicEvent, ValueTask> handle)
    {
        while (await _events.Reader.WaitToReadAsync())
        {
            if (_events.Reader.TryRead(out var one))
            {
                await handle(one);
            }
        }

        return _end!;
    }

    public byte[] TakeUnsent()
    {
        byte[] unsent = [.. _unsent];
        _unsent.Clear();
        return unsent;
    }

    public Task CloseAsync(CancellationToken cancellationToken)
    {
        ToldGoodbye = true;
        if (!IsStalled)
        {
            End(SonicEndKind.Closed);
        }

        return Task.CompletedTask;
    }

    public void Abort() => End(SonicEndKind.Closed);

    public void Dispose() => Abort();
}

using System.Runtime.InteropServices;
using System.Threading.Channels;
using SonicBridge.Contracts;
using SonicBridge.Local.Audio;

namespace SonicBridge.Local.Sonic;

/// <summary>
/// One answer under way: thought over, sent faster than it is spoken, and cut short when the caller speaks. Where it
/// calls tools its completion stays open for what is said when they have answered.
/// </summary>
internal sealed class Answering : IDisposable
{
    private static readonly TimeSpan Chunk = TimeSpan.FromMilliseconds(40);

    private readonly CancellationTokenSource _cut = new();
    private readonly SonicSession _session;
    private readonly OutputEvents _events;
    private readonly ChannelWriter<byte[]> _output;
    private string _audioId = "";
    private readonly TimeSpan _playsFrom;
    private bool _audioOpen;

    /// <param name="isGoingOn">Whether tools have answered: what is said then belongs to their completion.</param>
    /// <param name="playsFrom">Until when an answer before it is heard.</param>
    public Answering(
        SonicSession session,
        OutputEvents events,
        ChannelWriter<byte[]> output,
        AgentAnswer answer,
        bool isGoingOn,
        TimeSpan playsFrom
    )
    {
        (_session, _events, _output) = (session, events, output);
        (Answer, IsGoingOn, _playsFrom) = (answer, isGoingOn, playsFrom);
        Done = SpeakAsync();
    }

    public AgentAnswer Answer { get; }

    public bool IsGoingOn { get; }

    /// <summary>Ends when all was sent, or the answer was cut.</summary>
    public Task Done { get; }

    /// <summary>Whether any of it was sent yet.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>The place in the caller's audio at which the answer, played as it is sent, would be over.</summary>
    public TimeSpan PlaysUntil { get; private set; }

    /// <summary>The calls of tools that it made, in order.</summary>
    public IReadOnlyList<ToolUse> Uses { get; private set; } = [];

    public async Task CutAsync()
    {
        await FreezeAsync();
        if (!HasBegun)
        {
            return;
        }

        if (_audioOpen)
        {
            Send(_events.ContentEnd(_audioId, "AUDIO", "INTERRUPTED"));
        }

        Send(_events.Text("ASSISTANT", "FINAL", """{ "interrupted" : true }""", "INTERRUPTED"));
        Send(_events.CompletionEnd("INTERRUPTED"));
    }

    /// <summary>Says nothing more, not even that it ends.</summary>
    public async Task FreezeAsync()
    {
        await _cut.CancelAsync();
        await Done;
    }

    public void Dispose()
    {
        _cut.Cancel();
        _cut.Dispose();
    }

    private async Task SpeakAsync()
    {
        try
        {
            await Task.Delay(_session.Limits.Thinking, _session.Time, _cut.Token);
            HasBegun = true;
            BeginCompletion();
            if (Answer.CallerText is { } callerText)
            {
                Send(_events.Text("USER", "FINAL", callerText, "PARTIAL_TURN"));
                _session.Tell(new SonicNews.Said(_session, Speaker.Caller, callerText));
            }

            await SayAsync(Answer);
            CallTools();
            if (Uses.Count == 0 && Answer is { Tools.Count: > 0, Then: { } then })
            {
                await SayAsync(then);
            }

            if (Uses.Count == 0)
            {
                Send(_events.CompletionEnd("END_TURN"));
            }

            Send(_session.Usage(_events));
        }
        catch (OperationCanceledException) when (_cut.IsCancellationRequested)
        {
            // The caller speaks: what was not sent is not said.
        }
    }

    private void BeginCompletion()
    {
        if (_events.IsCompletionOpen && IsGoingOn)
        {
            return;
        }

        if (_events.IsCompletionOpen)
        {
            Send(_events.CompletionEnd("END_TURN"));
        }

        Send(_events.CompletionStart());
    }

    private async Task SayAsync(AgentAnswer answer)
    {
        if (answer.Text is not { } text)
        {
            return;
        }

        var from = new[] { _session.Position, _playsFrom, PlaysUntil }.Max();
        PlaysUntil = from + Telephone.DurationOf(answer.Voice.Length);
        Send(_events.Text("ASSISTANT", "SPECULATIVE", text, "PARTIAL_TURN"));
        _session.Tell(new SonicNews.Said(_session, Speaker.Agent, text));
        await SendVoiceAsync(answer.Voice, _session.Limits, _session.Time);
        Send(_events.Text("ASSISTANT", "FINAL", text, "END_TURN"));
        _session.Tell(new SonicNews.Finished(_session));
    }

    private async Task SendVoiceAsync(ReadOnlyMemory<short> voice, SonicLimits limits, TimeProvider time)
    {
        var hertz = _session.OutputHertz;
        var pcm = _session.AtOutputRate(voice);
        var samples = (int)(hertz * Chunk.TotalSeconds);
        _audioId = Guid.NewGuid().ToString();
        Send(_events.AudioStart(_audioId, hertz));
        _audioOpen = true;
        var start = time.GetTimestamp();
        for (var at = 0; at < pcm.Length; at += samples)
        {
            var chunk = pcm.AsSpan(at, Math.Min(samples, pcm.Length - at));
            Send(_events.Audio(_audioId, MemoryMarshal.AsBytes(chunk)));
            _session.NoteSpoken(TimeSpan.FromSeconds((double)chunk.Length / hertz));
            // By the clock and not by the sum of delays, which would each be a little late.
            var due = TimeSpan.FromSeconds((at + samples) / (hertz * limits.Pace));
            var ahead = due - time.GetElapsedTime(start);
            if (ahead > TimeSpan.Zero)
            {
                await Task.Delay(ahead, time, _cut.Token);
            }
        }

        Send(_events.ContentEnd(_audioId, "AUDIO", "END_TURN"));
        _audioOpen = false;
    }

    private void CallTools()
    {
        // Known before the first is sent, since its result may come at once.
        Uses = [.. Answer.Tools.Select(_session.Call).OfType<ToolUse>()];
        if (Uses.Count > 0 && Answer.Then is { } then)
        {
            _session.Conversation.Await(then);
        }

        foreach (var use in Uses)
        {
            Send(_events.Tool(use));
        }
    }

    private void Send(IEnumerable<byte[]> messages)
    {
        foreach (var message in messages)
        {
            Send(message);
        }
    }

    // Never full: the response's writer takes all, and a stream that is closed needs no more.
    private void Send(byte[] message) => _output.TryWrite(message);
}

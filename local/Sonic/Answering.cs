using System.Runtime.InteropServices;
using System.Threading.Channels;
using SonicBridge.Contracts;
using SonicBridge.Local.Audio;

namespace SonicBridge.Local.Sonic;

/// <summary>One answer under way: thought over, sent faster than it is spoken, and cut short when the caller speaks.</summary>
internal sealed class Answering : IDisposable
{
    private static readonly TimeSpan Chunk = TimeSpan.FromMilliseconds(40);

    private readonly CancellationTokenSource _cut = new();
    private readonly SonicSession _session;
    private readonly OutputEvents _events;
    private readonly ChannelWriter<byte[]> _output;
    private readonly AgentAnswer _answer;
    private readonly string _audioId = Guid.NewGuid().ToString();
    private bool _audioOpen;

    public Answering(SonicSession session, OutputEvents events, ChannelWriter<byte[]> output, AgentAnswer answer)
    {
        (_session, _events, _output, _answer) = (session, events, output, answer);
        Done = SpeakAsync();
    }

    /// <summary>Ends when all was sent, or the answer was cut.</summary>
    public Task Done { get; }

    /// <summary>Whether any of it was sent yet.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>The place in the caller's audio at which the answer, played as it is sent, would be over.</summary>
    public TimeSpan PlaysUntil { get; private set; }

    public async Task CutAsync()
    {
        await _cut.CancelAsync();
        await Done;
        if (!HasBegun)
        {
            return;
        }

        if (_audioOpen)
        {
            Send(_events.ContentEnd(_audioId, "AUDIO", "INTERRUPTED"));
        }

        foreach (var message in _events.Text("ASSISTANT", "FINAL", """{ "interrupted" : true }""", "INTERRUPTED"))
        {
            Send(message);
        }

        Send(_events.CompletionEnd("INTERRUPTED"));
    }

    public void Dispose()
    {
        _cut.Cancel();
        _cut.Dispose();
    }

    private async Task SpeakAsync()
    {
        var (limits, time) = (_session.Limits, _session.Time);
        try
        {
            await Task.Delay(limits.Thinking, time, _cut.Token);
            HasBegun = true;
            PlaysUntil = _session.Position + Telephone.DurationOf(_answer.Voice.Length);
            Send(_events.CompletionStart());
            Send(_events.Text("USER", "FINAL", _answer.CallerText, "PARTIAL_TURN"));
            _session.Tell(new SonicNews.Said(_session, Speaker.Caller, _answer.CallerText));
            Send(_events.Text("ASSISTANT", "SPECULATIVE", _answer.Text, "PARTIAL_TURN"));
            _session.Tell(new SonicNews.Said(_session, Speaker.Agent, _answer.Text));
            await SendVoiceAsync(limits, time);
            Send(_events.Text("ASSISTANT", "FINAL", _answer.Text, "END_TURN"));
            Send(_events.CompletionEnd("END_TURN"));
            Send(_session.Usage(_events));
        }
        catch (OperationCanceledException) when (_cut.IsCancellationRequested)
        {
            // The caller speaks: what was not sent is not said.
        }
    }

    private async Task SendVoiceAsync(SonicLimits limits, TimeProvider time)
    {
        var hertz = _session.OutputHertz;
        var pcm = _session.AtOutputRate(_answer.Voice);
        var samples = (int)(hertz * Chunk.TotalSeconds);
        Send(_events.AudioStart(_audioId, hertz));
        _audioOpen = true;
        var start = time.GetTimestamp();
        for (var at = 0; at < pcm.Length; at += samples)
        {
            var chunk = pcm.AsSpan(at, Math.Min(samples, pcm.Length - at));
            Send(_events.Audio(_audioId, MemoryMarshal.AsBytes(chunk)));
            _session.Tell(new SonicNews.Spoke(_session, TimeSpan.FromSeconds((double)chunk.Length / hertz)));
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

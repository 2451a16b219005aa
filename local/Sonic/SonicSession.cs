using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Threading.Channels;
using SonicBridge.Local.Audio;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.Sonic.EventStreams;

namespace SonicBridge.Local.Sonic;

/// <summary>One bidirectional stream with the simulated model.</summary>
public sealed class SonicSession : IDisposable
{
    private const int TokensPerSecond = 25;

    // A turn is noticed a little after its first sound.
    private static readonly TimeSpan LeadIn = TimeSpan.FromSeconds(0.3);

    private readonly InputGrammar _grammar = new();
    private readonly ArrayBufferWriter<byte> _heard = new();
    private readonly Lock _hearing = new();
    private readonly IAgentScript _script;
    private readonly Action<SonicNews> _observe;
    private TurnListener? _listener;
    private OutputEvents? _events;
    private Answering? _answer;
    private int _turns;
    private int _hertz;
    private TimeSpan _turnFrom;
    private TimeSpan? _unansweredFrom;
    private TimeSpan _spoken;

    internal SonicSession(IAgentScript script, SonicLimits limits, TimeProvider time, Action<SonicNews> observe)
    {
        (_script, Limits, Time, _observe) = (script, limits, time, observe);
        OpenedAt = time.GetUtcNow();
    }

    public string Id { get; } = Guid.NewGuid().ToString();

    public DateTimeOffset OpenedAt { get; }

    /// <summary>All audio that came in, 16-bit little-endian, as it came.</summary>
    public byte[] HeardAudio
    {
        get
        {
            lock (_hearing)
            {
                return _heard.WrittenSpan.ToArray();
            }
        }
    }

    /// <summary>SHA-256 of <see cref="HeardAudio"/>, in hexadecimal: what two runs are compared by.</summary>
    public string HeardHash => Convert.ToHexStringLower(SHA256.HashData(HeardAudio));

    /// <summary>The rate of what is heard; 0 before the caller's voice begins.</summary>
    public int InputHertz => _hertz;

    internal SonicLimits Limits { get; }

    internal TimeProvider Time { get; }

    internal TimeSpan Position => _listener?.Position ?? TimeSpan.Zero;

    internal int OutputHertz => _grammar.OutputHertz;

    public void Dispose() => _answer?.Dispose();

    internal void Tell(SonicNews news) => _observe(news);

    internal byte[] Usage(OutputEvents events) =>
        events.Usage((int)(Position.TotalSeconds * TokensPerSecond), (int)(_spoken.TotalSeconds * TokensPerSecond));

    internal short[] AtOutputRate(ReadOnlyMemory<short> voice) =>
        Resampler.Resample(voice.ToArray(), Telephone.Hertz, OutputHertz);

    /// <summary>Takes in the client's stream until it ends.</summary>
    /// <exception cref="SonicRefusalException">The model ends it.</exception>
    internal async Task HearAsync(
        PipeReader input,
        SignedMessages signatures,
        ChannelWriter<byte[]> output,
        CancellationToken aborted
    )
    {
        using var connection = new CancellationTokenSource(Limits.Connection, Time);
        using var idle = new CancellationTokenSource(Limits.Idle, Time);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(connection.Token, idle.Token, aborted);
        Tell(new SonicNews.Opened(this));
        try
        {
            while (true)
            {
                var read = await input.ReadAsync(any.Token);
                if (await TakeAllAsync(input, read.Buffer, signatures, output, idle) || read.IsCompleted)
                {
                    await FinishAsync();
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (connection.IsCancellationRequested)
        {
            throw SonicRefusalException.ConnectionLimit();
        }
        catch (OperationCanceledException) when (idle.IsCancellationRequested)
        {
            throw SonicRefusalException.Idle(Limits.Idle);
        }
        catch (EventStreamException e)
        {
            throw SonicRefusalException.Validation(e.Message);
        }
    }

    /// <summary>Takes in what is whole, and leaves the rest.</summary>
    /// <returns>Whether the client has said all.</returns>
    private async Task<bool> TakeAllAsync(
        PipeReader input,
        ReadOnlySequence<byte> buffer,
        SignedMessages signatures,
        ChannelWriter<byte[]> output,
        CancellationTokenSource idle
    )
    {
        try
        {
            while (EventDecoder.TryRead(ref buffer, out var message))
            {
                if (!await TakeAsync(signatures.Open(message!), output, idle))
                {
                    return true;
                }
            }

            return false;
        }
        finally
        {
            input.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    private async Task<bool> TakeAsync(
        ReadOnlyMemory<byte> inner,
        ChannelWriter<byte[]> output,
        CancellationTokenSource idle
    )
    {
        if (inner.IsEmpty)
        {
            return false;
        }

        switch (_grammar.Read(InputChunk.EventOf(inner)))
        {
            case SonicInput.VoiceBegins begins:
                _hertz = begins.Hertz;
                _listener = new TurnListener(_hertz, _grammar.EndpointingPause);
                _events = new OutputEvents(Id, _grammar.PromptName);
                break;
            case SonicInput.Voice voice:
                idle.CancelAfter(Limits.Idle);
                await HearAsync(voice.Pcm, output);
                break;
            case SonicInput.Typed:
                idle.CancelAfter(Limits.Idle);
                break;
            case SonicInput.End:
                return false;
        }

        return true;
    }

    private async Task HearAsync(ReadOnlyMemory<byte> pcm, ChannelWriter<byte[]> output)
    {
        lock (_hearing)
        {
            _heard.Write(pcm.Span);
        }

        Tell(new SonicNews.Heard(this, pcm.Length));
        foreach (var change in _listener!.Hear(pcm))
        {
            switch (change)
            {
                case TurnChange.Began
                    when _answer is { } answer && (!answer.Done.IsCompleted || Position < answer.PlaysUntil):
                    await InterruptAsync(answer);
                    break;
                case TurnChange.Ended ended:
                    var next = _script.Answer(TurnOf(ended));
                    _spoken += Telephone.DurationOf(next.Voice.Length);
                    _answer?.Dispose();
                    _answer = new Answering(this, _events!, output, next);
                    break;
            }
        }
    }

    private async Task InterruptAsync(Answering answer)
    {
        await answer.CutAsync();
        if (answer.HasBegun)
        {
            Tell(new SonicNews.Interrupted(this));
        }
        else
        {
            // The caller had only paused: what was said before belongs to the same turn.
            _turns--;
            _unansweredFrom = _turnFrom;
        }

        answer.Dispose();
        _answer = null;
    }

    private CallerTurn TurnOf(TurnChange.Ended ended)
    {
        _turnFrom = _unansweredFrom ?? ended.From;
        _unansweredFrom = null;
        var first = Math.Max(0, (int)((_turnFrom - LeadIn).TotalSeconds * _hertz));
        short[] voice;
        lock (_hearing)
        {
            voice = MemoryMarshal.Cast<byte, short>(_heard.WrittenSpan)[first..].ToArray();
        }

        return new CallerTurn(++_turns, Resampler.Resample(voice, _hertz, Telephone.Hertz), ended.Length);
    }

    private async Task FinishAsync()
    {
        if (_answer is { } answer)
        {
            await answer.Done;
        }
    }
}

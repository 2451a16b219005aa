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
    private readonly CancellationTokenSource _struck = new();
    private readonly IAgentScript _script;
    private readonly Action<SonicNews> _observe;
    private readonly SonicFault _fault;
    private Dialogue? _dialogue;
    private TimeSpan _spoken;

    internal SonicSession(Conversation conversation, ClientKey client, SonicFault fault, SonicSurroundings around)
    {
        (_script, Limits, Time, _observe) = (around.Script, around.Limits, around.Time, around.Observe);
        (Conversation, Client, _fault) = (conversation, client, fault);
        OpenedAt = Time.GetUtcNow();
        Number = conversation.Join(this);
    }

    public string Id { get; } = Guid.NewGuid().ToString();

    public DateTimeOffset OpenedAt { get; }

    /// <summary>The conversation that it is a part of.</summary>
    public Conversation Conversation { get; }

    /// <summary>1 for the conversation's first.</summary>
    public int Number { get; }

    /// <summary>By whose credentials it was opened: each bridge has its own.</summary>
    public ClientKey Client { get; }

    /// <summary>What the client told of the conversation so far.</summary>
    public IReadOnlyList<HistoryLine> History => _grammar.History;

    /// <summary>The calls of tools that the client has not answered.</summary>
    public IReadOnlyList<ToolUse> UnansweredTools => _grammar.Tools.Open;

    /// <summary>Whether it has ended, and otherwise than by the client's goodbye.</summary>
    public bool IsLost { get; internal set; }

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
    public int InputHertz { get; private set; }

    internal SonicLimits Limits { get; }

    internal TimeProvider Time { get; }

    internal TimeSpan Position => _dialogue?.Position ?? TimeSpan.Zero;

    internal int OutputHertz => _grammar.OutputHertz;

    public void Dispose()
    {
        _dialogue?.Dispose();
        _struck.Dispose();
    }

    internal void Tell(SonicNews news) => _observe(news);

    internal byte[] Usage(OutputEvents events) =>
        events.Usage((int)(Position.TotalSeconds * TokensPerSecond), (int)(_spoken.TotalSeconds * TokensPerSecond));

    internal short[] AtOutputRate(ReadOnlyMemory<short> voice) =>
        Resampler.Resample(voice.ToArray(), Telephone.Hertz, OutputHertz);

    /// <summary>What was heard from a place on, and a little before.</summary>
    internal short[] VoiceFrom(TimeSpan place)
    {
        var first = Math.Max(0, (int)((place - LeadIn).TotalSeconds * InputHertz));
        lock (_hearing)
        {
            var voice = MemoryMarshal.Cast<byte, short>(_heard.WrittenSpan)[first..].ToArray();
            return Resampler.Resample(voice, InputHertz, Telephone.Hertz);
        }
    }

    /// <summary>Calls a tool, if the client offers it.</summary>
    internal ToolUse? Call(ToolCall call)
    {
        if (!_grammar.Tools.Offers(call.Name))
        {
            Tell(new SonicNews.NotOffered(this, call.Name));
            return null;
        }

        var use = _grammar.Tools.Call(call);
        Tell(new SonicNews.Called(this, use));
        return use;
    }

    internal void NoteSpoken(TimeSpan length)
    {
        _spoken += length;
        Tell(new SonicNews.Spoke(this, length));
        LookForFault();
    }

    /// <summary>Takes in the client's stream until it ends.</summary>
    /// <exception cref="SonicRefusalException">The model ends it.</exception>
    /// <exception cref="SonicResetException">It is to be reset.</exception>
    internal async Task HearAsync(
        PipeReader input,
        SignedMessages signatures,
        ChannelWriter<byte[]> output,
        CancellationToken aborted
    )
    {
        using var connection = new CancellationTokenSource(Limits.Connection, Time);
        using var idle = new CancellationTokenSource(Limits.Idle, Time);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(
            connection.Token,
            idle.Token,
            _struck.Token,
            aborted
        );
        Tell(new SonicNews.Opened(this));
        try
        {
            while (true)
            {
                var read = await input.ReadAsync(any.Token);
                if (await TakeAllAsync(input, read.Buffer, signatures, output, idle) || read.IsCompleted)
                {
                    await (_dialogue?.FinishAsync() ?? Task.CompletedTask);
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (_struck.IsCancellationRequested)
        {
            await BreakAsync(aborted);
        }
        catch (OperationCanceledException) when (connection.IsCancellationRequested)
        {
            await FreezeAsync();
            throw SonicRefusalException.ConnectionLimit();
        }
        catch (OperationCanceledException) when (idle.IsCancellationRequested)
        {
            await FreezeAsync();
            throw SonicRefusalException.Idle(Limits.Idle);
        }
        catch (EventStreamException e)
        {
            throw SonicRefusalException.Validation(e.Message);
        }
    }

    private Task FreezeAsync() => _dialogue?.FreezeAsync() ?? Task.CompletedTask;

    private async Task BreakAsync(CancellationToken aborted)
    {
        await FreezeAsync();
        switch (_fault)
        {
            case SonicFault.Ended ended:
                throw new SonicRefusalException(ended.Type, ended.Message);
            case SonicFault.Reset:
                throw new SonicResetException();
            default:
                await Task.Delay(Timeout.Infinite, aborted);
                break;
        }
    }

    private void LookForFault()
    {
        if (_fault is SonicFault.Breaking { When: var when } && Position >= when.Heard && _spoken >= when.Spoken)
        {
            _struck.Cancel();
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
            while (!_struck.IsCancellationRequested && EventDecoder.TryRead(ref buffer, out var message))
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

        var input = _grammar.Read(InputChunk.EventOf(inner));
        if (input is SonicInput.VoiceBegins or SonicInput.Typed)
        {
            _dialogue ??= new Dialogue(this, _script, new OutputEvents(Id, _grammar.PromptName), output);
        }

        switch (input)
        {
            case SonicInput.VoiceBegins begins:
                InputHertz = begins.Hertz;
                Tell(new SonicNews.Begins(this));
                _dialogue!.BeginVoice(new TurnListener(InputHertz, _grammar.EndpointingPause));
                break;
            case SonicInput.Voice voice:
                idle.CancelAfter(Limits.Idle);
                await HearAsync(voice.Pcm);
                break;
            case SonicInput.Typed typed:
                idle.CancelAfter(Limits.Idle);
                _dialogue!.Read(typed.Text);
                break;
            case SonicInput.ToolAnswered answered:
                _dialogue!.TakeResult(answered.Use, answered.Json);
                break;
            case SonicInput.End:
                return false;
        }

        return true;
    }

    private async Task HearAsync(ReadOnlyMemory<byte> pcm)
    {
        lock (_hearing)
        {
            _heard.Write(pcm.Span);
        }

        Tell(new SonicNews.Heard(this, pcm.Length));
        await _dialogue!.HearAsync(pcm);
        LookForFault();
    }
}

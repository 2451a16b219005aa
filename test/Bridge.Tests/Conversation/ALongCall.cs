using System.Buffers;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging.Abstractions;
using SonicBridge.Bridge.Conversation;
using SonicBridge.Bridge.Kvs;
using SonicBridge.Bridge.Sonic;
using SonicBridge.Bridge.Telemetry;
using SonicBridge.Contracts;

namespace SonicBridge.Bridge.Tests.Conversation;

/// <summary>A call over many sessions, in virtual time: the bridge's own core among scripted peers.</summary>
internal sealed class ALongCall : IDisposable
{
    /// <summary>A block of Amazon Connect.</summary>
    public static readonly TimeSpan Block = TimeSpan.FromMilliseconds(64);

    private readonly VirtualLoop _loop = new();
    private readonly Random _noise = new(1);
    private readonly List<byte> _sent = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource<CallInput> _callerEnd = new();
    private RenewingModel? _model;
    private Call? _call;
    private IVoiceSink? _sink;
    private Task? _writing;
    private Task<CallAction.End>? _running;
    private CallerVoice? _voice;
    private int _words;
    private int _blocks;
    private int _pieces;

    public List<ScriptedSession> Sessions { get; } = [];

    public ScriptedAgent Agent => field ??= new ScriptedAgent { Heard = Play };

    public ScriptedTools Tools { get; } = new();

    public ScriptedExecution Execution { get; } = new();

    public RenewalLimits Limits { get; init; } = new();

    public CallLimits CallLimits { get; init; } = new() { Silence = TimeSpan.FromHours(1) };

    public string? Greeting { get; init; }

    /// <summary>The stream through which the caller's voice comes; null when the bridge is given it at once.</summary>
    public AStreamedCaller? Stream { get; init; }

    public DateTimeOffset? CredentialsEnd { get; set; }

    /// <summary>Whether sessions answer by themselves.</summary>
    public bool IsLively { get; init; }

    /// <summary>Takes what the caller says in place of <see cref="Sent"/>, where hours of it would be too much.</summary>
    public Action<byte[]>? SendsInstead { get; init; }

    /// <summary>Takes what sessions hear in place of <see cref="Heard"/>.</summary>
    public Action<byte[]>? HearsInstead { get; init; }

    /// <summary>Told of each session as it is opened.</summary>
    public Action<ScriptedSession> OnOpen { get; init; } = static _ => { };

    public List<TurnMetrics> TurnsTold { get; } = [];

    public TurnClock Turns => field ??= new TurnClock(_loop.Time, TurnsTold.Add);

    public IReadOnlyList<TranscriptLine>? Transcript { get; private set; }

    /// <summary>Until then the model has no room.</summary>
    public DateTimeOffset RefusesUntil { get; set; }

    /// <summary>The pieces of the agent's voice that were brought to the caller, by number, and when.</summary>
    public List<(int Number, DateTimeOffset At)> Played { get; } = [];

    /// <summary>The caller's words that the model has told of, in order.</summary>
    public List<string> Known { get; } = [];

    /// <summary>Answers that were spoken to their end.</summary>
    public int Answers => Agent.Told.Count(told => told == "end turn");

    /// <summary>Bytes of the caller's that may still wait for a session, when the call ended without one that works.</summary>
    public int Waiting { get; private set; }

    public RenewingModel Model => _model!;

    public DateTimeOffset Now => _loop.Now;

    public TimeSpan Age { get; private set; }

    /// <summary>The session that was opened last.</summary>
    public ScriptedSession Last => Sessions[^1];

    /// <summary>The session that has the caller's voice.</summary>
    public ScriptedSession Current => Sessions.Last(session => session.History is not null);

    /// <summary>All that the caller said, as the bridge was given it.</summary>
    public IReadOnlyList<byte> Sent => _sent;

    /// <summary>What sessions heard, one after another.</summary>
    public IEnumerable<byte> Heard => Sessions.SelectMany(session => session.Heard);

    public bool HasEnded => _running!.IsCompleted;

    public ALongCall Begin()
    {
        _running = _loop.Run(() =>
        {
            _model = new RenewingModel(
                Open,
                Limits,
                Task.FromResult(Greeting),
                Turns,
                _loop.Time,
                NullLogger<RenewingModel>.Instance
            );
            var peers = new CallPeers
            {
                Model = _model,
                Agent = Agent,
                Tools = Tools,
                Report = Execution,
                ReadCallerAsync = ReadCallerAsync,
                WriteTranscriptAsync = (lines, _) =>
                {
                    Transcript = lines;
                    return Task.CompletedTask;
                },
                IsSupersededAsync = _ => Task.FromResult(false),
            };
            _call = new Call(
                peers,
                CallLimits,
                Now,
                new CallVitals(_loop.Time),
                Turns,
                _loop.Time,
                NullLogger<Call>.Instance
            );
            return _call.RunAsync(_stop.Token);
        });
        return this;
    }

    /// <summary>The caller speaks.</summary>
    public ALongCall Speak(double seconds) => Send(seconds, 3000);

    /// <summary>The caller is quiet; the line is not.</summary>
    public ALongCall Quiet(double seconds) => Send(seconds, 20);

    /// <summary>Time passes, and nothing comes from the caller's stream.</summary>
    public ALongCall Nothing(double seconds)
    {
        for (var left = TimeSpan.FromSeconds(seconds); left > TimeSpan.Zero; left -= Block)
        {
            Pass();
        }

        return this;
    }

    /// <summary>The session that has the caller's voice says something.</summary>
    public ALongCall Say(params SonicEvent[] events) => Say(Current, events);

    public ALongCall Say(ScriptedSession session, params SonicEvent[] events) => Do(() => session.Say(events));

    public ALongCall Do(Action action)
    {
        _loop.Run(() =>
        {
            action();
            return true;
        });
        return this;
    }

    /// <summary>A whole turn: the caller's words, and the agent's answer.</summary>
    public ALongCall Turn(string caller, string agent, int milliseconds = 200)
    {
        var id = $"{++_words}";
        return Say([
            .. ModelSays.Caller(caller, $"c{id}"),
            .. ModelSays.Preview(agent, $"p{id}"),
            ModelSays.VoiceStart($"v{id}"),
            ModelSays.Voice(milliseconds, $"v{id}"),
            ModelSays.End($"v{id}"),
            .. ModelSays.Final(agent, $"f{id}"),
        ]);
    }

    /// <summary>The caller hangs up.</summary>
    public CallAction.End HangUp()
    {
        var works = Current is { IsStalled: false, HasEnded: false } && _writing is null or { IsCompleted: true };
        Waiting = works ? 0 : 80 * 1024;
        if (Stream is not null)
        {
            // Nothing else tells of it.
            return Do(Stream.HangUp).End();
        }

        Do(() => _callerEnd.TrySetResult(new CallInput.CallerLeft(CallEnding.CallerHungUp, "No more fragments.")));
        return End();
    }

    /// <summary>The end, which has come.</summary>
    public CallAction.End End() => VirtualLoop.Finish(_running!, Pass);

    public void Dispose()
    {
        _call?.Dispose();
        _model?.Dispose();
        _voice?.Dispose();
        _stop.Dispose();
    }

    private Task<CallInput> ReadCallerAsync(IVoiceSink sink, CancellationToken cancellationToken)
    {
        _sink = sink;
        _voice = Stream?.Open(_loop.Time);
        return _voice is null
            ? _callerEnd.Task.WaitAsync(cancellationToken)
            : AStreamedCaller.ReadAsync(_voice, sink, cancellationToken);
    }

    private ALongCall Send(double seconds, int loudness)
    {
        for (var left = TimeSpan.FromSeconds(seconds); left > TimeSpan.Zero; left -= Block)
        {
            _writing?.Exception.ShouldBeNull();
            if (_writing is null or { IsCompleted: true } && !HasEnded)
            {
                // Speech is loud and soft by turns.
                Write(++_blocks % 4 == 0 ? 20 : loudness);
            }

            Pass();
        }

        return this;
    }

    private void Write(int loudness)
    {
        var samples = new short[(int)(8 * Block.TotalMilliseconds)];
        for (var i = 0; i < samples.Length; i++)
        {
            var sign = i % 2 == 0 ? 1 : -1;
            samples[i] = (short)(sign * (loudness + _noise.Next(loudness)));
        }

        var bytes = MemoryMarshal.AsBytes(samples.AsSpan()).ToArray();
        (SendsInstead ?? _sent.AddRange)(bytes);
        if (Stream is not null)
        {
            Do(() => Stream.Say(bytes));
            return;
        }

        _writing = _loop.Run(() =>
            _sink!
                .WriteAsync(new ReadOnlySequence<byte>(bytes), new BlockPosition("1", 0), CancellationToken.None)
                .AsTask()
        );
    }

    private void Pass()
    {
        _loop.Pass(Block);
        Age += Block;
        foreach (var session in Sessions.ToArray())
        {
            if (session is { Answers: { } answers, IsStalled: false, HasEnded: false })
            {
                foreach (var said in answers.Step(Now))
                {
                    if (
                        said is SonicEvent.TextOutput text
                        && text.ContentId.EndsWith(".caller", StringComparison.Ordinal)
                    )
                    {
                        Known.Add(text.Text);
                    }

                    Do(() => session.Say(said));
                }
            }
        }
    }

    private byte[] Voice()
    {
        var pcm = new byte[1600];
        BitConverter.TryWriteBytes(pcm, ++_pieces);
        return pcm;
    }

    private void Play(ReadOnlyMemory<byte> pcm) => Played.Add((BitConverter.ToInt32(pcm.Span), Now));

    private ScriptedSession Open()
    {
        var number = Sessions.Count + 1;
        var session = new ScriptedSession(number, Now)
        {
            CredentialsEnd = CredentialsEnd,
            HearsInstead = HearsInstead,
            Known = () => Known.Count,
            Answers = IsLively
                ? new ScriptedAnswers(() => $"words {++_words}.", Voice) { Name = $"{number}", Now = Now }
                : null,
        };
        Sessions.Add(session);
        OnOpen(session);
        if (Now < RefusesUntil)
        {
            session.End(SonicEndKind.Throttled);
        }

        return session;
    }
}

using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using SonicBridge.Bridge.Sonic;
using SonicBridge.Bridge.Telemetry;

namespace SonicBridge.Bridge.Conversation;

/// <summary>
/// One conversation over as many sessions as it takes: lets <see cref="SessionRenewal"/> decide, and does what it says.
/// Each sample of the caller's goes to one session, in order.
/// </summary>
internal sealed partial class RenewingModel : IModel
{
    private readonly Func<ISonicSession> _open;
    private readonly RenewalLimits _limits;
    private readonly Task<string?> _greeting;
    private readonly TurnClock _turns;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly Lock _gate = new();
    private readonly SessionRenewal _renewal;
    private readonly CallerLoudness _loudness = new();
    private readonly Dictionary<int, Leg> _legs = [];
    private readonly Queue<string> _toSay = new();
    private readonly Queue<(SonicEvent.ToolUse Use, string Json)> _toAnswer = new();

    // What any session has asked for and the model was not told yet.
    private readonly HashSet<string> _awaited = [];

    // What it was told.
    private readonly HashSet<string> _answered = [];

    // A block of the caller's voice passes, or a hand-over; never both.
    private readonly SemaphoreSlim _turnstile = new(1, 1);

    // One is enough: whoever reads it looks at all that has changed.
    private readonly Channel<bool> _news = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true }
    );
    private readonly ITimer _alarm;
    private TaskCompletionSource _handedOver = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Func<SonicEvent, ValueTask> _handle = static _ => ValueTask.CompletedTask;
    private Func<Task<Recollection>> _recall = static () => Task.FromResult(new Recollection([], 0));
    private volatile Leg? _current;
    private volatile bool _closing;
    private byte[] _unsent = [];
    private int _opened;
    private SonicEvent.Usage _usage = new(0, 0);

    /// <summary>Opens the first session at once; it begins with <see cref="ReadAsync"/>.</summary>
    /// <param name="open">Begins to open a session.</param>
    /// <param name="greeting">What the agent is asked to open with, or null.</param>
    /// <param name="turns">Told when the caller speaks, and of sessions that take over.</param>
    public RenewingModel(
        Func<ISonicSession> open,
        RenewalLimits limits,
        Task<string?> greeting,
        TurnClock turns,
        TimeProvider time,
        ILogger<RenewingModel> log
    )
    {
        (_open, _limits, _greeting, _turns, _time, _log) = (open, limits, greeting, turns, time, log);
        _renewal = new SessionRenewal(limits);
        _alarm = time.CreateTimer(
            static news => ((Channel<bool>)news!).Writer.TryWrite(true),
            _news,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
        Open();
    }

    /// <summary>Tokens counted over all sessions.</summary>
    public SonicEvent.Usage Usage => _usage;

    /// <inheritdoc/>
    public DateTimeOffset? CallerSpokeAt
    {
        get
        {
            lock (_gate)
            {
                return _renewal.CallerSpokeAt;
            }
        }
    }

    /// <inheritdoc/>
    public bool IsCallerLoud { get; private set; }

    /// <summary>Sessions that took over from one that had grown old.</summary>
    public int Renewals { get; private set; }

    /// <summary>Sessions that were lost and replaced.</summary>
    public int Losses { get; private set; }

    /// <inheritdoc/>
    public void Say(string text)
    {
        lock (_gate)
        {
            _toSay.Enqueue(text);
        }

        Tell();
    }

    /// <inheritdoc/>
    public void AnswerTool(SonicEvent.ToolUse use, string json)
    {
        lock (_gate)
        {
            _toAnswer.Enqueue((use, json));
        }

        Tell();
    }

    /// <inheritdoc/>
    public void Close()
    {
        _closing = true;
        Tell();
    }

    /// <inheritdoc/>
    public void Abort()
    {
        _closing = true;
        foreach (var leg in Legs())
        {
            leg.Session.Abort();
        }

        Tell();
    }

    public void Dispose()
    {
        Abort();
        foreach (var leg in Legs())
        {
            leg.Session.Dispose();
        }

        _alarm.Dispose();
        _turnstile.Dispose();
    }

    private Leg[] Legs()
    {
        lock (_gate)
        {
            return [.. _legs.Values];
        }
    }

    private void Tell() => _news.Writer.TryWrite(true);

    /// <summary>One session, and what was counted in it.</summary>
    private sealed class Leg(int number, ISonicSession session)
    {
        public int Number => number;

        public ISonicSession Session => session;

        public Task Reading { get; set; } = Task.CompletedTask;

        public SonicEvent.Usage Usage { get; set; } = new(0, 0);
    }
}

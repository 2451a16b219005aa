using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using SonicBridge.Contracts;
using SonicBridge.Local.Audio;
using SonicBridge.Local.Call;
using SonicBridge.Local.Caller;
using SonicBridge.Local.Connect;
using SonicBridge.Local.Kvs;
using SonicBridge.Local.Script;
using SonicBridge.Local.Sonic;

namespace SonicBridge.Local.Tests.EndToEnd;

/// <summary>A call through the product's own processes, in real time, with one short recording as the caller.</summary>
internal sealed class ACall : IAsyncDisposable
{
    private readonly List<SonicSession> _sessions = [];
    private readonly TaskCompletionSource _heard = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ACall(Scenario scenario, KvsStreams streams, LocalCloudOptions options, CallerManners? manners) =>
        (Run, Options) = (
            new CallRun(
                scenario,
                streams,
                new CallJournal(TimeProvider.System, Note),
                new StreamingSettings(),
                TimeProvider.System,
                manners
            ),
            options
        );

    public CallRun Run { get; }

    public LocalCloud Cloud { get; private set; } = null!;

    public LocalCloudOptions Options { get; private set; }

    /// <summary>The sessions that the bridge opened with the model.</summary>
    public IReadOnlyList<SonicSession> Sessions => _sessions;

    /// <summary>Completes when the model hears the caller.</summary>
    public Task ModelHears => _heard.Task.WaitAsync(TestContext.Current.CancellationToken);

    /// <summary>When the caller hung up.</summary>
    public DateTimeOffset? HungUpAt { get; private set; }

    /// <summary>What the model was told of its tools, each as <c>name json</c>.</summary>
    public ConcurrentQueue<string> ToolAnswers { get; } = [];

    /// <summary>Told of what happens at the model.</summary>
    public Action<SonicNews> Watch { get; set; } = static _ => { };

    /// <summary>What the flow played or said.</summary>
    public ConcurrentQueue<string> Played { get; } = [];

    /// <param name="faults">What goes wrong on the connections of GetMedia, one after the other.</param>
    public static Task<ACall> With(Scenario scenario, params MediaFault[] faults) => With(scenario, null, faults);

    /// <param name="adapt">Changes what stands behind the front door.</param>
    /// <param name="manners">How long the caller waits for what.</param>
    public static Task<ACall> With(
        Scenario scenario,
        Func<LocalCloudOptions, LocalCloudOptions> adapt,
        CallerManners? manners = null
    ) => StartAsync(scenario, adapt, manners);

    /// <param name="model">In place of the simulated model, or null.</param>
    /// <param name="faults">What goes wrong on the connections of GetMedia, one after the other.</param>
    public static Task<ACall> With(Scenario scenario, RealModel? model, params MediaFault[] faults) =>
        StartAsync(scenario, options => options with { RealModel = model }, null, faults);

    private static async Task<ACall> StartAsync(
        Scenario scenario,
        Func<LocalCloudOptions, LocalCloudOptions> adapt,
        CallerManners? manners,
        params MediaFault[] faults
    )
    {
        var streams = new KvsStreams(TimeProvider.System);
        // The stream had another contact before, as in Connect.
        var before = streams.Start(ContactId.New(), new StreamingSettings());
        before.Stop();
        foreach (var fault in faults)
        {
            before.Stream.Faults.Enqueue(fault);
        }

        ACall? call = null;
        var options = adapt(
            new LocalCloudOptions
            {
                Script = new ScriptedAgent(scenario),
                Streams = streams,
                BridgeSettings = new Dictionary<string, string>
                {
                    ["END_OF_CALL_SECONDS"] = "4",
                    ["HEARTBEAT_SECONDS"] = "1",
                },
                OnSonic = news => call?.Take(news),
            }
        );
        var cloud = await LocalCloud.StartAsync(options, TimeProvider.System, TestContext.Current.CancellationToken);
        call = new ACall(scenario, streams, options, manners) { Cloud = cloud };
        return call;
    }

    /// <summary>A caller who says one sentence.</summary>
    public static TelephoneSound Sentence { get; } =
        TelephoneSound.Load(Path.Join(AppContext.BaseDirectory, "scenarios", "booking", "caller-1.wav"));

    public Task<CallResult> Place() =>
        Run.RunAsync(Cloud, ContactFlow.Parse(Options.Product.ContactFlow), TestContext.Current.CancellationToken);

    /// <summary>Completes when a session has heard so much of the caller's words.</summary>
    public async Task HeardWordsAsync(TimeSpan words)
    {
        var wanted = (int)(words.TotalSeconds * Telephone.Hertz);
        while (true)
        {
            // Taken before the look, so that what comes meanwhile is not missed.
            var more = Volatile.Read(ref _more).Task;
            if (_sessions.ToArray().Any(session => LoudSamples(session.HeardAudio) >= wanted))
            {
                return;
            }

            await more.WaitAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Where the caller's first word is, among all that was said.</summary>
    public int FirstWord => Run.Line.Recording.Caller.AsSpan().IndexOfAnyExceptInRange((short)-800, (short)800);

    private static int LoudSamples(byte[] heard)
    {
        var samples = MemoryMarshal.Cast<byte, short>(heard);
        var first = samples.IndexOfAnyExceptInRange((short)-800, (short)800);
        return first < 0 ? 0 : samples.Length - first;
    }

    public async ValueTask DisposeAsync()
    {
        Run.Dispose();
        await Cloud.DisposeAsync();
    }

    private void Note(JournalEntry entry)
    {
        if (entry.Text == "the caller hangs up")
        {
            HungUpAt = DateTimeOffset.UtcNow;
        }
        else if (entry.Text.StartsWith("played ", StringComparison.Ordinal))
        {
            Played.Enqueue(entry.Text["played ".Length..]);
        }
    }

    private void Take(SonicNews news)
    {
        Run.OnSonic(news);
        switch (news)
        {
            case SonicNews.Opened opened:
                _sessions.Add(opened.Session);
                break;
            case SonicNews.ToolAnswered answered:
                ToolAnswers.Enqueue($"{answered.Use.Call.Name} {answered.Json}");
                break;
            case SonicNews.Heard:
                _heard.TrySetResult();
                Interlocked
                    .Exchange(ref _more, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))
                    .TrySetResult();
                break;
        }

        Watch(news);
    }
}

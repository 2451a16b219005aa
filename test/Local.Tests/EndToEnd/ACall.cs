using SonicBridge.Contracts;
using SonicBridge.Local.Audio;
using SonicBridge.Local.Call;
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

    private ACall(Scenario scenario, KvsStreams streams, LocalCloudOptions options) =>
        (Run, Options) = (
            new CallRun(
                scenario,
                streams,
                new CallJournal(TimeProvider.System, _ => { }),
                new StreamingSettings(),
                TimeProvider.System
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

    /// <param name="faults">What goes wrong on the connections of GetMedia, one after the other.</param>
    public static Task<ACall> With(Scenario scenario, params MediaFault[] faults) => With(scenario, null, faults);

    /// <param name="model">In place of the simulated model, or null.</param>
    /// <param name="faults">What goes wrong on the connections of GetMedia, one after the other.</param>
    public static async Task<ACall> With(Scenario scenario, RealModel? model, params MediaFault[] faults)
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
        var options = new LocalCloudOptions
        {
            Script = new ScriptedAgent(scenario),
            Streams = streams,
            BridgeSettings = new Dictionary<string, string>
            {
                ["END_OF_CALL_SECONDS"] = "4",
                ["HEARTBEAT_SECONDS"] = "1",
            },
            OnSonic = news => call?.Take(news),
            RealModel = model,
        };
        var cloud = await LocalCloud.StartAsync(options, TimeProvider.System, TestContext.Current.CancellationToken);
        call = new ACall(scenario, streams, options) { Cloud = cloud };
        return call;
    }

    /// <summary>A caller who says one sentence.</summary>
    public static TelephoneSound Sentence { get; } =
        TelephoneSound.Load(Path.Join(AppContext.BaseDirectory, "scenarios", "booking", "caller-1.wav"));

    public Task<CallResult> Place() =>
        Run.RunAsync(Cloud, ContactFlow.Parse(Options.Product.ContactFlow), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Run.Dispose();
        await Cloud.DisposeAsync();
    }

    private void Take(SonicNews news)
    {
        Run.OnSonic(news);
        switch (news)
        {
            case SonicNews.Opened opened:
                _sessions.Add(opened.Session);
                break;
            case SonicNews.Heard:
                _heard.TrySetResult();
                break;
        }
    }
}

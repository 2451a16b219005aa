using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.Kvs;
using SonicBridge.Local.S3;
using SonicBridge.Local.Script;
using SonicBridge.Local.Sonic;
using SonicBridge.Local.StepFunctions.Service;

namespace SonicBridge.Bench.Calls;

/// <summary>The simulated AWS of one run: nothing is left in it of the run before.</summary>
internal sealed class Stage : IAsyncDisposable
{
    public const string Bucket = "bench-calls";

    private static readonly TimeProvider Time = TimeProvider.System;

    private readonly AwsFrontDoor _door;

    private readonly int _endOfCallSeconds;
    private readonly TimeSpan? _session;

    private Stage(AwsFrontDoor door, int endOfCallSeconds, TimeSpan? session)
    {
        (_door, _endOfCallSeconds, _session) = (door, endOfCallSeconds, session);
        Store.CreateBucket(Bucket);
        Desk = new TicketDesk(Store, Bucket, Time);
        Prompts = new PlayablePrompts(Store);
        S3 = new CountedService(new S3Service(Store, Time));
        door.Add(S3);
        door.Add(new StepFunctionsService(Desk.Machines));
        door.Add(new KvsService(Streams, new KvsSettings(), Time));
        door.Add(
            new SonicService(
                new ScriptedAgent(Scenario),
                session is { } length ? new SonicLimits { Connection = length } : new SonicLimits(),
                Time,
                Model.Take
            )
        );
    }

    /// <summary>What callers and agent say to each other.</summary>
    public static Scenario Scenario { get; } = ScenarioFile.Load(ScenarioFile.Default);

    public S3Store Store { get; } = new(Time);

    /// <summary>How often S3 was asked for what.</summary>
    public CountedService S3 { get; }

    public KvsStreams Streams { get; } = new(Time);

    /// <summary>What reaches the model, and when.</summary>
    public ModelWatch Model { get; } = new();

    /// <summary>Which prompts can be played, and since when.</summary>
    public PlayablePrompts Prompts { get; }

    public TicketDesk Desk { get; }

    /// <summary>What each bridge gets, whichever it is.</summary>
    public Dictionary<string, string> Environment
    {
        get
        {
            var environment = new Dictionary<string, string>(_door.ProductEnvironment)
            {
                ["BRIDGE_HEALTH_PORT"] = "0",
                ["END_OF_CALL_SECONDS"] = $"{_endOfCallSeconds}",
            };
            foreach (var (name, value) in _session is { } session ? SessionLength.BridgeSettings(session) : [])
            {
                environment[name] = value;
            }

            return environment;
        }
    }

    /// <param name="endOfCallSeconds">After how long without a fragment a bridge takes the caller for gone.</param>
    /// <param name="session">How long the model keeps a stream; null for as long as the real one.</param>
    public static async Task<Stage> OpenAsync(
        CancellationToken cancellationToken,
        int endOfCallSeconds = 10,
        TimeSpan? session = null
    ) =>
        new(
            await AwsFrontDoor.StartAsync(new FrontDoorOptions(), Time, null, cancellationToken),
            endOfCallSeconds,
            session
        );

    public async ValueTask DisposeAsync()
    {
        Prompts.Dispose();
        await _door.DisposeAsync();
    }
}

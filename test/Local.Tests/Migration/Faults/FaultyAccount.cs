using SonicBridge.Local.Call;
using SonicBridge.Local.Kvs;
using SonicBridge.Local.Migration;
using SonicBridge.Local.Moto;
using SonicBridge.Local.Script;
using SonicBridge.Local.StepFunctions.Running;

namespace SonicBridge.Local.Tests.Migration.Faults;

/// <summary>One rehearsal's account for all faults: each leaves it as it was, so that the next can begin at once.</summary>
public sealed class FaultyAccount : IAsyncDisposable
{
    private readonly ImpatientTime _time = new();
    private readonly Dictionary<string, IReadOnlyDictionary<string, MigrationStep>> _steps = [];
    private RehearsalCloud? _rehearsal;
    private FaultyLambdas? _faults;

    internal RehearsalCloud Rehearsal => _rehearsal ?? throw NotStarted();

    internal FaultyLambdas Faults => _faults ?? throw NotStarted();

    /// <summary>The Fargate side before anything was migrated.</summary>
    internal string Before { get; private set; } = "";

    /// <summary>Starts it once; skips the test where there is no moto.</summary>
    /// <param name="hurry">How many times faster the waits of the state machines pass.</param>
    public async Task StartAsync(int hurry, CancellationToken cancellationToken)
    {
        if (_rehearsal is not null)
        {
            // A test that has failed may have left some.
            Faults.Clear();
            return;
        }

        var options = new LocalCloudOptions
        {
            Script = new ScriptedAgent(ScenarioFile.Load(ScenarioFile.Default)),
            Streams = new KvsStreams(TimeProvider.System),
            Between = lambdas => _faults = new FaultyLambdas(lambdas, _time),
            BridgeSettings = new Dictionary<string, string> { ["END_OF_CALL_SECONDS"] = "4" },
            MachineTime = _time,
            MachinePauses = new HurriedTime(hurry),
        };
        try
        {
            _rehearsal = await RehearsalCloud.StartAsync(options, TimeProvider.System, cancellationToken);
        }
        catch (MotoMissingException e)
        {
            Assert.Skip(e.Message);
            throw;
        }

        Before = await ReadAsync(cancellationToken);
    }

    /// <summary>The steps of a machine by their states' names.</summary>
    internal IReadOnlyDictionary<string, MigrationStep> Steps(string machine)
    {
        if (!_steps.TryGetValue(machine, out var steps))
        {
            steps = MigrationStep.Of(Rehearsal, machine).ToDictionary(static step => step.State);
            _steps[machine] = steps;
        }

        return steps;
    }

    internal async Task<Execution> RunAsync(string machine, string input, CancellationToken cancellationToken)
    {
        var execution = Rehearsal.Cloud.Machines.Start(MigrationStep.ArnOf(Rehearsal, machine), name: null, input);
        await execution.Completion.WaitAsync(cancellationToken);
        return execution;
    }

    /// <summary>The Fargate side as it is now.</summary>
    internal Task<string> ReadAsync(CancellationToken cancellationToken) =>
        new FargateSide(Rehearsal).ReadAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_rehearsal is not null)
        {
            await _rehearsal.DisposeAsync();
        }
    }

    private static InvalidOperationException NotStarted() => new("The account has not been started.");
}

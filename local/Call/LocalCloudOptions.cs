using SonicBridge.Local.Ecs;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.Kvs;
using SonicBridge.Local.Lambda;
using SonicBridge.Local.Sonic;

namespace SonicBridge.Local.Call;

/// <summary>What stands behind the front door, and who watches.</summary>
public sealed record LocalCloudOptions
{
    public Product Product { get; init; } = Product.Built;

    /// <summary>What the simulated model says.</summary>
    public required IAgentScript Script { get; init; }

    /// <summary>Where Connect publishes callers' voices.</summary>
    public required KvsStreams Streams { get; init; }

    /// <summary>Amazon Bedrock itself in place of the simulated model, or null.</summary>
    public RealModel? RealModel { get; init; }

    /// <summary>Functions besides the product's own, such as a call's tools.</summary>
    public IReadOnlyList<FunctionDefinition> Functions { get; init; } = [];

    /// <summary>Parameters of the product's stack that differ from the template's defaults.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// What goes behind the door in place of a service: itself, or what lies over it, as where a rehearsal's account has
    /// more in it than the product.
    /// </summary>
    public Func<LocalCloud, IAwsService, IAwsService> Overlay { get; init; } = static (_, service) => service;

    /// <summary>What the state machines invoke in place of Lambda itself, as where steps are made to fail.</summary>
    public Func<ILambdaInvoker, ILambdaInvoker> Between { get; init; } = static lambdas => lambdas;

    /// <summary>The clock of the state machines, where it is not the cloud's.</summary>
    public TimeProvider? MachineTime { get; init; }

    /// <summary>The clock of the state machines' waits and of the time between two tries, where it is another one.</summary>
    public TimeProvider? MachinePauses { get; init; }

    public FrontDoorOptions Door { get; init; } = new();

    public KvsSettings Kvs { get; init; } = new();

    public SonicLimits Sonic { get; init; } = new();

    /// <summary>Settings of the bridge that differ from its defaults.</summary>
    public IReadOnlyDictionary<string, string> BridgeSettings { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether Connect tells EventBridge that a contact has ended: it does so late, twice or not at all.</summary>
    public bool ContactEvents { get; init; } = true;

    /// <summary>Told what happens at the simulated model.</summary>
    public Action<SonicNews> OnSonic { get; init; } = static _ => { };

    /// <summary>Told each line that a bridge writes.</summary>
    public Action<TaskLogLine> OnBridgeLog { get; init; } = static _ => { };

    /// <summary>Told each line of the functions' logs.</summary>
    public Action<FunctionLogLine> OnFunctionLog { get; init; } = static _ => { };
}

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

    public FrontDoorOptions Door { get; init; } = new();

    public KvsSettings Kvs { get; init; } = new();

    public SonicLimits Sonic { get; init; } = new();

    /// <summary>Settings of the bridge that differ from its defaults.</summary>
    public IReadOnlyDictionary<string, string> BridgeSettings { get; init; } = new Dictionary<string, string>();

    /// <summary>Told what happens at the simulated model.</summary>
    public Action<SonicNews> OnSonic { get; init; } = static _ => { };

    /// <summary>Told each line that a bridge writes.</summary>
    public Action<TaskLogLine> OnBridgeLog { get; init; } = static _ => { };

    /// <summary>Told each line of the functions' logs.</summary>
    public Action<FunctionLogLine> OnFunctionLog { get; init; } = static _ => { };
}

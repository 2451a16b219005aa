using SonicBridge.Local.Call;
using SonicBridge.Local.Connect;
using SonicBridge.Local.Connect.Api;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.Lambda;
using SonicBridge.Local.Moto;

namespace SonicBridge.Local.Migration;

/// <summary>
/// An account in which a migration can be rehearsed: the local cloud of a call, with moto under its Lambda and ECS and in
/// place of what it lacks, and a Connect whose flows can be changed. Deployed there are the Fargate deployment and the
/// product.
/// </summary>
public sealed class RehearsalCloud : IAsyncDisposable
{
    private readonly MotoServer _moto;
    private readonly HttpClient _http;
    private readonly RehearsalOverlays _overlays;
    private readonly LogShipper _logs = new();
    private LocalCloud? _cloud;

    private RehearsalCloud(MotoServer moto, TimeProvider time)
    {
        _moto = moto;
        _http = new HttpClient { BaseAddress = moto.Address };
        _overlays = new RehearsalOverlays(_http, time);
        Connect = new ConnectInstance(ConnectInstance.LocalId, "rehearsal", time);
    }

    /// <summary>The queue to which callers are handed.</summary>
    public static string AgentQueueArn { get; } = $"{Contact.InstanceArn}/queue/a9e27000-0000-4000-8000-000000000000";

    /// <summary>The parts that a call needs, the product's among them.</summary>
    public LocalCloud Cloud => _cloud ?? throw new InvalidOperationException("The cloud has not been started.");

    /// <summary>The Connect instance.</summary>
    public ConnectInstance Connect { get; }

    /// <summary>Asks what any client may ask.</summary>
    public DoorClient Client => _overlays.Client;

    /// <summary>Invokes functions as Connect would: the product's and the Fargate deployment's.</summary>
    public ILambdaInvoker Lambdas => _overlays.Lambdas;

    /// <summary>Starts moto and the local cloud, and deploys.</summary>
    /// <exception cref="MotoMissingException">moto_server is not installed; the message says how to install it.</exception>
    /// <exception cref="IOException">A port is taken, moto does not come up, or the product is not built.</exception>
    public static async Task<RehearsalCloud> StartAsync(
        LocalCloudOptions options,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var rehearsal = new RehearsalCloud(await MotoServer.StartAsync(time, cancellationToken), time);
        try
        {
            rehearsal._cloud = await LocalCloud.StartAsync(rehearsal.Extend(options), time, cancellationToken);
            await rehearsal.DeployAsync(cancellationToken);
            return rehearsal;
        }
        catch
        {
            await rehearsal.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _logs.DisposeAsync();
        if (_cloud is not null)
        {
            await _cloud.DisposeAsync();
        }

        _overlays.Dispose();
        _http.Dispose();
        await _moto.DisposeAsync();
    }

    private LocalCloudOptions Extend(LocalCloudOptions options) =>
        options with
        {
            Parameters = new Dictionary<string, string>(options.Parameters)
            {
                ["ConnectInstanceId"] = ConnectInstance.LocalId,
                ["AgentQueueArn"] = AgentQueueArn,
            },
            Overlay = _overlays.Over,
            OnFunctionLog = line =>
            {
                _logs.Take(line);
                options.OnFunctionLog(line);
            },
            OnBridgeLog = line =>
            {
                _logs.Take(line);
                options.OnBridgeLog(line);
            },
        };

    private async Task DeployAsync(CancellationToken cancellationToken)
    {
        foreach (var service in MotoRelay.WholeServices)
        {
            var relay = new MotoRelay(service, _http);
            Cloud.Door.Add(
                service == "cloudformation" ? new StackOverlay(relay, Cloud.S3, new InstancesBoot(Client)) : relay
            );
        }

        Cloud.Door.Add(new ConnectService(Connect));
        _logs.Start(Client);
        await new FargateDeployment(Client).DeployAsync(cancellationToken);
        await new ProductDeployment(Client, Cloud.Template).DeployAsync(cancellationToken);
    }
}

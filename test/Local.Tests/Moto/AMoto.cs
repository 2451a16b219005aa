using SonicBridge.Local.Ecs;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.Lambda;
using SonicBridge.Local.Moto;
using SonicBridge.Local.S3;
using SonicBridge.Local.Tests.FrontDoor;
using SonicBridge.Local.Tests.Moto;
using SonicBridge.Local.Tests.Processes;

[assembly: AssemblyFixture(typeof(MotoProcess))]

namespace SonicBridge.Local.Tests.Moto;

/// <summary>One moto_server for all tests that need it: they keep to names of their own.</summary>
public sealed class MotoProcess : IAsyncDisposable
{
    private readonly Lazy<Task<MotoServer>> _server = new(() => MotoServer.StartAsync(TimeProvider.System, default));

    /// <summary>The running server; skips the test where it is not installed.</summary>
    public async Task<MotoServer> StartedAsync()
    {
        try
        {
            return await _server.Value;
        }
        catch (MotoMissingException e)
        {
            Assert.Skip(e.Message);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated && _server.Value.IsCompletedSuccessfully)
        {
            await (await _server.Value).DisposeAsync();
        }
    }
}

/// <summary>A front door with moto and its overlays behind it.</summary>
internal sealed class AMoto : IAsyncDisposable
{
    private readonly HttpClient _http;
    private readonly LambdaService _lambdas;
    private readonly EcsService _ecs;

    private AMoto(AwsFrontDoor door, MotoServer moto, IReadOnlyCollection<ISimulatedFunction> simulated)
    {
        Door = door;
        Client = new DoorClient(door.Http, TimeProvider.System);
        _http = new HttpClient { BaseAddress = moto.Address };
        var s3 = new S3Store(TimeProvider.System);
        _lambdas = new LambdaService([], door.ProductEnvironment, TimeProvider.System, static _ => { });
        _ecs = new EcsService(
            new EcsOptions
            {
                Cluster = Cluster,
                Executables = new Dictionary<string, string> { ["bridge"] = Probe.Executable },
            },
            TimeProvider.System,
            static _ => { },
            static _ => { }
        );
        door.Add(new S3Service(s3, TimeProvider.System));
        door.Add(new TaskOverlay(_ecs, new MotoRelay("ecs", _http), Client));
        var code = new FunctionCodeOverlay(new MotoRelay("lambda", _http), s3, TimeProvider.System);
        door.Add(new InvokeOverlay(_lambdas, simulated, code));
        foreach (var service in MotoRelay.WholeServices)
        {
            door.Add(new MotoRelay(service, _http));
        }
    }

    public static string Cluster { get; } = $"cluster-{Guid.NewGuid():N}";

    public AwsFrontDoor Door { get; }

    public DoorClient Client { get; }

    public static async Task<AMoto> With(MotoProcess process, params ISimulatedFunction[] simulated)
    {
        var moto = await process.StartedAsync();
        return new AMoto(await ADoor.With(), moto, simulated);
    }

    public async ValueTask DisposeAsync()
    {
        await _ecs.DisposeAsync();
        await _lambdas.DisposeAsync();
        Client.Dispose();
        _http.Dispose();
        await Door.DisposeAsync();
    }
}

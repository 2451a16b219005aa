using SonicBridge.Local.Call;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.Moto;

namespace SonicBridge.Local.Migration;

/// <summary>What lies over Lambda and ECS in a rehearsal: moto keeps what there is, this machine runs it.</summary>
/// <param name="http">Its BaseAddress is moto's.</param>
internal sealed class RehearsalOverlays(HttpClient http, TimeProvider time) : IDisposable
{
    private DoorClient? _client;
    private InvokeOverlay? _lambdas;

    /// <summary>Asks at the door that the overlays are behind.</summary>
    public DoorClient Client => _client ?? throw NotBuilt();

    /// <summary>Invokes functions, the product's and others.</summary>
    public InvokeOverlay Lambdas => _lambdas ?? throw NotBuilt();

    /// <summary>What goes behind the door in place of a service.</summary>
    public IAwsService Over(LocalCloud cloud, IAwsService service)
    {
        var client = _client ??= new DoorClient(cloud.Door.Http, time);
        switch (service.SigningName)
        {
            case "lambda":
                var code = new FunctionCodeOverlay(new MotoRelay("lambda", http), cloud.S3, time);
                return _lambdas = new InvokeOverlay(cloud.Lambdas, [new SimulatedFargateFunction(client)], code);
            case "ecs":
                return new TaskOverlay(cloud.Ecs, new MotoRelay("ecs", http), client);
            default:
                return service;
        }
    }

    public void Dispose() => _client?.Dispose();

    private static InvalidOperationException NotBuilt() => new("The cloud has not been started with these overlays.");
}

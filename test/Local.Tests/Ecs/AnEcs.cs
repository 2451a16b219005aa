using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;
using SonicBridge.Local.Ecs;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.Tests.FrontDoor;
using SonicBridge.Local.Tests.Processes;

namespace SonicBridge.Local.Tests.Ecs;

/// <summary>The local ECS behind a front door, with a task definition whose container is the probe.</summary>
internal sealed class AnEcs : IAsyncDisposable
{
    private readonly Channel<JsonNode> _events = Channel.CreateUnbounded<JsonNode>();
    private readonly Channel<TaskLogLine> _lines = Channel.CreateUnbounded<TaskLogLine>();
    private readonly HttpClient _client = new();
    private AwsFrontDoor _door = null!;

    public FakeTimeProvider Clock { get; } = new(DateTimeOffset.UtcNow);
    public EcsService Service { get; private set; } = null!;

    public AwsFrontDoor Door => _door;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static string Definition(string order, int? stopTimeout = null) =>
        new JsonObject
        {
            ["family"] = "nova-sonic-bridge",
            ["networkMode"] = "bridge",
            ["requiresCompatibilities"] = new JsonArray("EC2"),
            ["containerDefinitions"] = new JsonArray(
                new JsonObject
                {
                    ["name"] = "bridge",
                    ["image"] = "nova-sonic-bridge:latest",
                    ["memoryReservation"] = 64,
                    ["command"] = new JsonArray("task"),
                    ["stopTimeout"] = stopTimeout,
                    ["environment"] = new JsonArray(
                        Variable("PROBE_TASK", order),
                        Variable("FROM", "definition"),
                        Variable("AWS_REGION", "definition"),
                        Variable("CALL_FOLDER", "definition")
                    ),
                }
            ),
        }.ToJsonString();

    public static async Task<AnEcs> With(
        string order = "",
        Func<EcsOptions, EcsOptions>? options = null,
        int? stopTimeout = null
    )
    {
        var ecs = new AnEcs();
        var standard = new EcsOptions
        {
            Executables = new Dictionary<string, string> { ["bridge"] = Probe.Executable },
            Environment = new Dictionary<string, string> { ["AWS_REGION"] = "host", ["CALL_FOLDER"] = "host" },
        };
        ecs.Service = new EcsService(
            options?.Invoke(standard) ?? standard,
            ecs.Clock,
            line => ecs._lines.Writer.TryWrite(line),
            json => ecs._events.Writer.TryWrite(JsonNode.Parse(json.Span)!)
        );
        ecs.Service.Register(Definition(order, stopTimeout));
        ecs._door = await ADoor.With(ecs.Service);
        return ecs;
    }

    public static JsonObject Variable(string name, string value) => new() { ["name"] = name, ["value"] = value };

    /// <summary>Calls an operation and answers its body, an error's included.</summary>
    public async Task<JsonNode> Call(string operation, JsonObject request)
    {
        var signer = new HandSigner { Service = "ecs" };
        var target = new Dictionary<string, string>
        {
            ["x-amz-target"] = $"AmazonEC2ContainerServiceV20141113.{operation}",
        };
        using var message = signer.Sign(_door.Http, Encoding.UTF8.GetBytes(request.ToJsonString()), more: target);
        using var response = await _client.SendAsync(message, Cancelled);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancelled))!;
    }

    public Task<JsonNode> Run(params (string Name, JsonNode? Value)[] members)
    {
        var request = new JsonObject
        {
            ["cluster"] = "nova-sonic-ecs-cluster",
            ["taskDefinition"] = "nova-sonic-bridge",
            ["launchType"] = "EC2",
        };
        foreach (var (name, value) in members)
        {
            request[name] = value;
        }

        return Call("RunTask", request);
    }

    public async Task<JsonNode> Describe(string arn) =>
        (await Call("DescribeTasks", new() { ["cluster"] = "nova-sonic-ecs-cluster", ["tasks"] = new JsonArray(arn) }))[
            "tasks"
        ]![0]!;

    public Task<JsonNode> Stop(string arn, string reason) =>
        Call(
            "StopTask",
            new()
            {
                ["cluster"] = "nova-sonic-ecs-cluster",
                ["task"] = arn,
                ["reason"] = reason,
            }
        );

    /// <summary>The next event that EventBridge would get.</summary>
    public async Task<JsonNode> NextEvent() => await _events.Reader.ReadAsync(Cancelled);

    /// <summary>The next line that a container writes.</summary>
    public async Task<string> NextLine() => (await _lines.Reader.ReadAsync(Cancelled)).Text;

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        await _door.DisposeAsync();
        _client.Dispose();
    }
}

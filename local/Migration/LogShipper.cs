using System.Globalization;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using SonicBridge.Local.Ecs;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.Lambda;

namespace SonicBridge.Local.Migration;

/// <summary>Brings what functions and bridges write into CloudWatch Logs, as Lambda and the awslogs driver do.</summary>
public sealed class LogShipper : IAsyncDisposable
{
    /// <summary>The group of all bridges.</summary>
    public const string BridgeGroup = "/ecs/nova-sonic-bridge";

    private const int MostWaiting = 10_000;
    private const int MostAtOnce = 500;

    // Full, the oldest line goes: a log must not hold up what it tells of.
    private readonly Channel<Line> _lines = Channel.CreateBounded<Line>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true }
    );
    private readonly HashSet<(string Group, string Stream)> _made = [];
    private Task _shipping = Task.CompletedTask;

    /// <summary>Takes a line of a function's log.</summary>
    public void Take(FunctionLogLine line) =>
        _lines.Writer.TryWrite(
            new Line(
                $"/aws/lambda/{line.Function}",
                string.Create(CultureInfo.InvariantCulture, $"{line.At:yyyy'/'MM'/'dd}/[$LATEST]{line.ProcessId:x32}"),
                line.At,
                line.Text
            )
        );

    /// <summary>Takes a line that a bridge wrote.</summary>
    public void Take(TaskLogLine line)
    {
        var task = line.TaskArn[(line.TaskArn.LastIndexOf('/') + 1)..];
        _lines.Writer.TryWrite(new Line(BridgeGroup, $"call/{line.Container}/{task}", line.At, line.Text));
    }

    /// <summary>Begins to ship, lines that have come before included.</summary>
    public void Start(DoorClient door) => _shipping = ShipAsync(new AccountClient(door));

    /// <summary>Ships what has come, and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _lines.Writer.TryComplete();
        await _shipping;
    }

    private async Task ShipAsync(AccountClient account)
    {
        while (await _lines.Reader.WaitToReadAsync())
        {
            var batch = new List<Line>();
            while (batch.Count < MostAtOnce && _lines.Reader.TryRead(out var line))
            {
                batch.Add(line);
            }

            foreach (var stream in batch.GroupBy(static line => (line.Group, line.Stream)))
            {
                try
                {
                    await PutAsync(account, stream.Key, stream);
                }
                catch (Exception e) when (e is AwsException or HttpRequestException)
                {
                    // Logs are a copy for the reader; that they cannot be put is no reason to stop what they tell of.
                    _made.Remove(stream.Key);
                }
            }
        }
    }

    private async Task PutAsync(AccountClient account, (string Group, string Stream) to, IEnumerable<Line> lines)
    {
        if (_made.Add(to))
        {
            await MakeAsync(account, "CreateLogGroup", new JsonObject { ["logGroupName"] = to.Group });
            await MakeAsync(
                account,
                "CreateLogStream",
                new JsonObject { ["logGroupName"] = to.Group, ["logStreamName"] = to.Stream }
            );
        }

        var events = lines
            .Where(static line => line.Text.Length > 0)
            .Select(static line =>
                (JsonNode?)new JsonObject { ["timestamp"] = line.At.ToUnixTimeMilliseconds(), ["message"] = line.Text }
            );
        await account.LogsAsync(
            "PutLogEvents",
            new JsonObject
            {
                ["logGroupName"] = to.Group,
                ["logStreamName"] = to.Stream,
                ["logEvents"] = new JsonArray([.. events]),
            },
            default
        );
    }

    private static async Task MakeAsync(AccountClient account, string operation, JsonObject request)
    {
        try
        {
            await account.LogsAsync(operation, request, default);
        }
        catch (AwsException e) when (e.Code == "ResourceAlreadyExistsException")
        {
            // Made by whoever wrote there before.
        }
    }

    private sealed record Line(string Group, string Stream, DateTimeOffset At, string Text);
}

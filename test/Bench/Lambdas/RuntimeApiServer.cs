using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging.Abstractions;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Bench.Lambdas;

/// <summary>
/// The Runtime API (2018-06-01) for any number of processes at one port: each has a seat of its own, whose name stands
/// before the API's path in the address that the process is given.
/// </summary>
internal sealed class RuntimeApiServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, RuntimeSeat> _seats = new(StringComparer.Ordinal);
    private LoopbackServer? _server;
    private int _last;

    private RuntimeApiServer() { }

    public static async Task<RuntimeApiServer> StartAsync(CancellationToken cancellationToken)
    {
        var api = new RuntimeApiServer();
        api._server = await LoopbackServer.StartAsync(
            static server => server.Limits.MaxRequestBodySize = null,
            [(0, HttpProtocols.Http1)],
            api.HandleAsync,
            NullLoggerFactory.Instance,
            cancellationToken
        );
        return api;
    }

    /// <summary>A place for one more process.</summary>
    public RuntimeSeat Open(TimeSpan limit)
    {
        var name = $"seat-{Interlocked.Increment(ref _last)}";
        return _seats[name] = new RuntimeSeat($"{_server!.Addresses[0].Authority}/{name}", limit);
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task HandleAsync(HttpContext context)
    {
        var parts = (context.Request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts is not [var name, "2018-06-01", "runtime", .. var call] || !_seats.TryGetValue(name, out var seat))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        switch (call)
        {
            case ["invocation", "next"]:
                await seat.NextAsync(context);
                break;
            case ["invocation", _, "response"]:
                await seat.TakeAsync(context, isError: false);
                break;
            case ["invocation", _, "error"] or ["init", "error"]:
                await seat.TakeAsync(context, isError: true);
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
    }
}

using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SonicBridge.Local.FrontDoor;

/// <summary>Kestrel on loopback without a web host: one handler, no services, started in a millisecond or two.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly KestrelServer _server;

    private LoopbackServer(KestrelServer server, Uri[] addresses)
    {
        _server = server;
        Addresses = addresses;
    }

    /// <summary>Where it listens, in the order of the listeners.</summary>
    public IReadOnlyList<Uri> Addresses { get; }

    /// <param name="configure">Sets the limits.</param>
    /// <param name="listeners">A port (0 for any that is free) and what is spoken there.</param>
    /// <exception cref="IOException">A port is taken.</exception>
    public static async Task<LoopbackServer> StartAsync(
        Action<KestrelServerOptions> configure,
        (int Port, HttpProtocols Protocols)[] listeners,
        RequestDelegate handler,
        ILoggerFactory loggers,
        CancellationToken cancellationToken
    )
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        configure(options);
        foreach (var (port, protocols) in listeners)
        {
            options.Listen(IPAddress.Loopback, port, listen => listen.Protocols = protocols);
        }

        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), loggers);
        var server = new KestrelServer(Options.Create(options), transport, loggers);
        try
        {
            await server.StartAsync(new Application(handler), cancellationToken);
        }
        catch
        {
            server.Dispose();
            throw;
        }

        var addresses = server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;
        return new LoopbackServer(server, [.. addresses.Select(static address => new Uri(address))]);
    }

    public async ValueTask DisposeAsync()
    {
        // Cancelled at once: open long polls and event streams are cut, not waited for.
        await _server.StopAsync(new CancellationToken(canceled: true));
        _server.Dispose();
    }

    private sealed class Application(RequestDelegate handler) : IHttpApplication<HttpContext>
    {
        public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

        public Task ProcessRequestAsync(HttpContext context) => handler(context);

        public void DisposeContext(HttpContext context, Exception? exception) { }
    }
}

using System.Collections.Concurrent;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using BadHttpRequestException = Microsoft.AspNetCore.Http.BadHttpRequestException;

namespace SonicBridge.Local.FrontDoor;

/// <summary>
/// AWS's endpoints on loopback: checks each request's signature and hands it to the service that the signature names.
/// </summary>
public sealed partial class AwsFrontDoor : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, IAwsService> _services = new(StringComparer.Ordinal);
    private readonly RequestVerifier _verifier;
    private readonly ILogger _logger;
    private LoopbackServer? _server;

    private AwsFrontDoor(FrontDoorOptions options, TimeProvider clock, ILogger logger)
    {
        _verifier = new RequestVerifier(options, Keys, clock);
        _logger = logger;
    }

    /// <summary>For every service but Bedrock: HTTP/1.1.</summary>
    public Uri Http => Server.Addresses[0];

    /// <summary>For Bedrock's bidirectional stream: HTTP/2 with prior knowledge.</summary>
    public Uri Http2 => Server.Addresses[1];

    /// <summary>The keys of single holders.</summary>
    public IssuedKeys Keys { get; } = new();

    private LoopbackServer Server => _server ?? throw new ObjectDisposedException(nameof(AwsFrontDoor));

    /// <summary>What points a product's process at this door: endpoints by service, credentials and region.</summary>
    public IReadOnlyDictionary<string, string> ProductEnvironment => ClientEnvironment.Of(Http, Http2);

    /// <summary>Opens the door; services come in by <see cref="Add"/>.</summary>
    /// <exception cref="IOException">A port is taken; the message names it.</exception>
    public static async Task<AwsFrontDoor> StartAsync(
        FrontDoorOptions options,
        TimeProvider clock,
        ILoggerFactory? loggers,
        CancellationToken cancellationToken
    )
    {
        options.Validate();
        var logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger<AwsFrontDoor>();
        var door = new AwsFrontDoor(options, clock, logger);
        try
        {
            door._server = await LoopbackServer.StartAsync(
                server => Limit(server.Limits, options),
                [(options.Port, HttpProtocols.Http1), (options.Http2Port, HttpProtocols.Http2)],
                door.HandleAsync,
                NullLoggerFactory.Instance,
                cancellationToken
            );
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            throw new IOException($"The front door cannot open: {e.Message} Give another port, or 0 for any.", e);
        }

        return door;
    }

    /// <summary>Puts a service behind the door.</summary>
    /// <exception cref="InvalidOperationException">There is one of this name already.</exception>
    public void Add(IAwsService service)
    {
        if (!_services.TryAdd(service.SigningName, service))
        {
            throw new InvalidOperationException($"There is a service '{service.SigningName}' behind the door already.");
        }
    }

    public ValueTask DisposeAsync() =>
        Interlocked.Exchange(ref _server, null)?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static void Limit(KestrelServerLimits limits, FrontDoorOptions options)
    {
        // BodyReader holds the limit, so that its answer is an AWS error; this one cuts off who sends on all the same.
        limits.MaxRequestBodySize = options.MaxBodyBytes + BodyReader.Overrun;
        // A bridge that holds its reader back, as under load, is no reason to cut a call's media.
        limits.MinResponseDataRate = null;
        limits.MaxRequestHeadersTotalSize = options.MaxHeaderBytes;
        limits.MaxRequestHeaderCount = options.MaxHeaders;
        limits.MaxConcurrentConnections = options.MaxConnections;
        limits.MaxConcurrentUpgradedConnections = 0;
        limits.KeepAliveTimeout = options.KeepAlive;
        limits.Http2.MaxStreamsPerConnection = options.MaxStreams;
        limits.Http2.MaxRequestHeaderFieldSize = options.MaxHeaderBytes;
        limits.RequestHeadersTimeout = options.HeaderTimeout;
        limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: options.SlowBodyGrace);
    }

    private async Task HandleAsync(HttpContext context)
    {
        context.TraceIdentifier = Guid.NewGuid().ToString();
        context.Response.Headers["x-amzn-RequestId"] = context.TraceIdentifier;
        context.Response.Headers["x-amz-request-id"] = context.TraceIdentifier;
        var claim = SignatureClaim.Read(context.Request, out var fault, out var sentence);
        var protocol = AwsProtocols.Of(claim?.Scope.Service, context.Request);
        try
        {
            if (claim is null)
            {
                throw fault.ToError(protocol, sentence);
            }

            await HandAsync(context, claim, protocol);
        }
        catch (AwsException error) when (!context.Response.HasStarted)
        {
            await ErrorWriter.WriteAsync(context, protocol, error);
        }
        catch (BadHttpRequestException error) when (!context.Response.HasStarted)
        {
            await ErrorWriter.WriteAsync(context, protocol, Broken(error));
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client went away: there is nobody to answer.
            context.Abort();
        }
        catch (Exception error) when (!context.Response.HasStarted)
        {
            Failed(_logger, claim?.Scope.Service ?? "none", error);
            await ErrorWriter.WriteAsync(context, protocol, Internal(error));
        }
        catch (Exception error)
        {
            // Half an answer is out: only a cut can say that it is not whole.
            Failed(_logger, claim?.Scope.Service ?? "none", error);
            context.Abort();
        }
    }

    private async Task HandAsync(HttpContext context, SignatureClaim claim, AwsProtocol protocol)
    {
        if (!_services.TryGetValue(claim.Scope.Service, out var service))
        {
            var known = string.Join(", ", _services.Keys.Order(StringComparer.Ordinal));
            throw new AwsException(
                "UnknownService",
                $"No service '{claim.Scope.Service}' stands behind this front door; it has {known}.",
                StatusCodes.Status404NotFound
            );
        }

        await _verifier.VerifyAsync(context, claim, protocol);
        await service.HandleAsync(context);
    }

    private static AwsException Broken(BadHttpRequestException error) =>
        error.StatusCode switch
        {
            StatusCodes.Status408RequestTimeout => new AwsException(
                "RequestTimeout",
                "The request's body did not arrive in time: send it at 240 bytes per second or faster."
            ),
            _ => new AwsException("BadRequest", error.Message, error.StatusCode),
        };

    private static AwsException Internal(Exception error) =>
        new("InternalFailure", $"The local service failed: {error.Message}", StatusCodes.Status500InternalServerError);

    [LoggerMessage(Level = LogLevel.Error, Message = "A request to {Service} failed")]
    private static partial void Failed(ILogger logger, string service, Exception error);
}

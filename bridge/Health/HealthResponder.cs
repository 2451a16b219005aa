using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace SonicBridge.Bridge.Health;

/// <summary>
/// Answers <c>GET /health</c>: 200 when the bridge is healthy, else 503. A web server would cost more memory than the
/// rest of the bridge, and this port takes one short request at a time from a load balancer or the container's own check.
/// </summary>
internal sealed partial class HealthResponder(
    Func<HealthReport> takePulse,
    TimeProvider time,
    ILogger<HealthResponder> log
) : IDisposable
{
    /// <summary>The longest request line and headers that are read.</summary>
    private const int LongestRequest = 4096;

    /// <summary>How long one asker may take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private TcpListener? _listener;

    /// <summary>The port it listens on, or 0 when it does not.</summary>
    public int Port => (_listener?.LocalEndpoint as IPEndPoint)?.Port ?? 0;

    /// <summary>Listens. A port that is taken is no reason to lose a call: it is noted, and the call goes on.</summary>
    public void Listen(int port)
    {
        var listener = new TcpListener(IPAddress.Any, port);
        try
        {
            listener.Start(backlog: 16);
            _listener = listener;
            Listening(Port);
        }
        catch (SocketException e)
        {
            listener.Dispose();
            PortTaken(port, e);
        }
    }

    /// <summary>Answers, one asker at a time, until cancelled.</summary>
    public async Task AnswerAsync(CancellationToken cancellationToken)
    {
        while (_listener is { } listener && !cancellationToken.IsCancellationRequested)
        {
            try
            {
                using var asker = await listener.AcceptSocketAsync(cancellationToken);
                using var patience = new CancellationTokenSource(Patience, time);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
                await AnswerAsync(asker, either.Token);
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException)
            {
                // An asker that left or dawdled; the next may do better.
            }
        }
    }

    public void Dispose() => _listener?.Dispose();

    private async Task AnswerAsync(Socket asker, CancellationToken cancellationToken)
    {
        var request = new byte[LongestRequest];
        var length = 0;
        while (!HealthRequest.IsComplete(request.AsSpan(0, length)))
        {
            var received = await asker.ReceiveAsync(request.AsMemory(length), cancellationToken);
            length += received;
            if (received == 0 || length == request.Length)
            {
                return;
            }
        }

        var answer = HealthRequest.Answer(request.AsSpan(0, length), takePulse);
        for (var rest = answer.AsMemory(); !rest.IsEmpty; )
        {
            rest = rest[await asker.SendAsync(rest, cancellationToken)..];
        }

        asker.Shutdown(SocketShutdown.Send);
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        EventName = "HealthListening",
        Message = "GET /health is answered on port {Port}."
    )]
    private partial void Listening(int port);

    [LoggerMessage(
        Level = LogLevel.Warning,
        EventName = "HealthPortTaken",
        Message = "GET /health is not answered, since port {Port} cannot be had: set BRIDGE_HEALTH_PORT to a free one."
    )]
    private partial void PortTaken(int port, Exception exception);
}

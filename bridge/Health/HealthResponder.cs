using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace SonicBridge.Bridge.Health;

/// <summary>
/// Answers <c>GET /health</c>: 200 when the bridge is healthy, else 503. A web server would cost more memory than the
/// rest of the bridge, and this port takes a few short requests from a load balancer and the container's own check.
/// </summary>
internal sealed partial class HealthResponder(
    Func<HealthReport> takePulse,
    TimeProvider time,
    ILogger<HealthResponder> log
) : IDisposable
{
    /// <summary>The longest request line and headers that are read.</summary>
    private const int LongestRequest = 4096;

    /// <summary>Askers at once: the load balancer, the container's check, and room for those who only hold the line.</summary>
    private const int MostAskers = 16;

    /// <summary>How long one asker may take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>In the order in which they came.</summary>
    private readonly List<Asker> _askers = [];

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

    /// <summary>Answers until cancelled. When too many ask at once, whoever has asked for longest is dropped.</summary>
    public async Task AnswerAsync(CancellationToken cancellationToken)
    {
        while (_listener is { } listener && !cancellationToken.IsCancellationRequested)
        {
            try
            {
                var socket = await listener.AcceptSocketAsync(cancellationToken);
                await MakeRoomAsync();
                var patience = new CancellationTokenSource(Patience, time);
                _askers.Add(new Asker(AnswerAsync(socket, patience.Token, cancellationToken), patience));
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException)
            {
                // An asker that left before it was heard; the next may do better.
            }
        }

        await Task.WhenAll(_askers.Select(asker => asker.Answered));
        ForgetAnswered();
    }

    private async Task MakeRoomAsync()
    {
        ForgetAnswered();
        if (_askers.Count == MostAskers)
        {
            await _askers[0].Patience.CancelAsync();
            await _askers[0].Answered;
            ForgetAnswered();
        }
    }

    private void ForgetAnswered()
    {
        foreach (var answered in _askers.Where(asker => asker.Answered.IsCompleted))
        {
            answered.Patience.Dispose();
        }

        _askers.RemoveAll(asker => asker.Answered.IsCompleted);
    }

    public void Dispose() => _listener?.Dispose();

    private async Task AnswerAsync(Socket socket, CancellationToken patience, CancellationToken cancellationToken)
    {
        using var asker = socket;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience);
        try
        {
            await AnswerAsync(asker, either.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // An asker that left or dawdled; the next may do better.
        }
    }

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

    /// <param name="Answered">Ends well, whatever the asker does.</param>
    /// <param name="Patience">Ends it.</param>
    private readonly record struct Asker(Task Answered, CancellationTokenSource Patience);
}

using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SonicBridge.Bridge.Health;

/// <summary><c>bridge health</c>: the container's health check, which needs neither a shell nor curl.</summary>
internal static class HealthProbe
{
    /// <summary>Below the 5 s that ECS gives a health check.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Asks the bridge in this container.</summary>
    /// <returns>Whether it is healthy, and what it said or why it could not.</returns>
    public static async Task<(bool Healthy, string Said)> AskAsync(int port)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), patience.Token);
            await socket.SendAsync("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray(), patience.Token);
            var answer = await ReadAsync(socket, patience.Token);
            var body = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            return body < 0
                ? (false, $"What listens on port {port} is not a bridge.")
                : (answer.StartsWith("HTTP/1.1 200", StringComparison.Ordinal), answer[(body + 4)..]);
        }
        catch (SocketException)
        {
            return (false, $"No bridge answers on port {port}.");
        }
        catch (OperationCanceledException)
        {
            return (false, $"The bridge on port {port} did not answer within {Patience.TotalSeconds:0} s.");
        }
    }

    private static async Task<string> ReadAsync(Socket socket, CancellationToken cancellationToken)
    {
        var buffer = new byte[4096];
        var length = 0;
        while (length < buffer.Length)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken);
            if (received == 0)
            {
                break;
            }

            length += received;
        }

        return Encoding.UTF8.GetString(buffer, 0, length);
    }
}

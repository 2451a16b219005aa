using System.Text;
using System.Text.Json;

namespace SonicBridge.Bridge.Health;

/// <summary>The little of HTTP/1.1 that a health check speaks.</summary>
internal static class HealthRequest
{
    /// <summary>Whether the empty line after the headers has come.</summary>
    public static bool IsComplete(ReadOnlySpan<byte> request) => request.IndexOf("\r\n\r\n"u8) >= 0;

    /// <summary>Writes the answer to a complete request.</summary>
    public static byte[] Answer(ReadOnlySpan<byte> request, Func<HealthReport> takePulse)
    {
        var isGet = request.StartsWith("GET "u8);
        var isHead = request.StartsWith("HEAD "u8);
        if (!isGet && !isHead)
        {
            return Write("405 Method Not Allowed", "text/plain", "Only GET is answered here.\n"u8, true);
        }

        var path = request[(request.IndexOf((byte)' ') + 1)..];
        path = path[..Math.Max(0, path.IndexOfAny((byte)' ', (byte)'?'))];
        if (!path.SequenceEqual("/health"u8))
        {
            return Write("404 Not Found", "text/plain", "There is only /health here.\n"u8, isGet);
        }

        var report = takePulse();
        return Write(
            report.Healthy ? "200 OK" : "503 Service Unavailable",
            "application/json",
            JsonSerializer.SerializeToUtf8Bytes(report, HealthJson.Default.HealthReport),
            isGet
        );
    }

    private static byte[] Write(string status, string type, ReadOnlySpan<byte> body, bool withBody)
    {
        var head = Encoding.ASCII.GetBytes(
            $"HTTP/1.1 {status}\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n"
        );
        return withBody ? [.. head, .. body] : head;
    }
}

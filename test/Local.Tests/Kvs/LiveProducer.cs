using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace SonicBridge.Local.Tests.Kvs;

/// <summary>A producer that sends while it reads, which HttpClient does not do over HTTP/1.1.</summary>
internal sealed class LiveProducer : IDisposable
{
    private readonly TcpClient _connection = new();
    private readonly StringBuilder _read = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<LiveProducer> OpenAsync(HttpRequestMessage signed)
    {
        var producer = new LiveProducer();
        var address = signed.RequestUri!;
        await producer._connection.ConnectAsync(address.Host, address.Port, Cancellation);
        var head = new StringBuilder($"POST {address.PathAndQuery} HTTP/1.1\r\n");
        foreach (var (name, values) in signed.Headers)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {string.Join(',', values)}\r\n");
        }

        await producer.WriteAsync(Encoding.ASCII.GetBytes($"{head}transfer-encoding: chunked\r\n\r\n"));
        return producer;
    }

    public Task SendAsync(byte[] bytes) =>
        WriteAsync([.. Encoding.ASCII.GetBytes($"{bytes.Length:x}\r\n"), .. bytes, .. "\r\n"u8]);

    public Task EndAsync() => WriteAsync("0\r\n\r\n"u8.ToArray());

    /// <summary>Reads until a text has come.</summary>
    /// <returns>All that has come so far.</returns>
    public async Task<string> ReadUntilAsync(string text)
    {
        var buffer = new byte[4096];
        while (!_read.ToString().Contains(text, StringComparison.Ordinal))
        {
            var count = await _connection.GetStream().ReadAsync(buffer, Cancellation);
            count.ShouldBeGreaterThan(0, $"The connection ended before '{text}' came: {_read}");
            _read.Append(Encoding.ASCII.GetString(buffer, 0, count));
        }

        return _read.ToString();
    }

    public void Dispose() => _connection.Dispose();

    private Task WriteAsync(byte[] bytes) => _connection.GetStream().WriteAsync(bytes, Cancellation).AsTask();
}

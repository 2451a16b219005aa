using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SonicBridge.Bridge.Tests.Health;

/// <summary>Many who are connected at once.</summary>
internal sealed class Crowd : IDisposable
{
    private readonly List<TcpClient> _members = [];

    /// <summary>Each connects and says the same.</summary>
    public async Task ComeAsync(int port, int count, byte[] words, CancellationToken cancellationToken)
    {
        for (var i = 0; i < count; i++)
        {
            var member = new TcpClient();
            _members.Add(member);
            await member.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            await SayAsync(_members.Count - 1, words, cancellationToken);
        }
    }

    public async Task SayAsync(int member, byte[] words, CancellationToken cancellationToken)
    {
        try
        {
            await _members[member].GetStream().WriteAsync(words, cancellationToken);
        }
        catch (IOException)
        {
            // It was dropped already, as it may be.
        }
    }

    /// <summary>All that a member was told until the line was cut.</summary>
    public async Task<string> HeardAsync(int member, CancellationToken cancellationToken)
    {
        using var heard = new MemoryStream();
        try
        {
            await _members[member].GetStream().CopyToAsync(heard, cancellationToken);
        }
        catch (IOException)
        {
            // Cut short.
        }

        return Encoding.Latin1.GetString(heard.ToArray());
    }

    public void Dispose() => _members.ForEach(member => member.Dispose());
}

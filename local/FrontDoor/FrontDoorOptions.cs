namespace SonicBridge.Local.FrontDoor;

/// <summary>Where the front door listens and how much it takes in.</summary>
public sealed record FrontDoorOptions
{
    /// <summary>The port for HTTP/1.1 on loopback; 0 for any that is free.</summary>
    public int Port { get; init; }

    /// <summary>The port for HTTP/2 with prior knowledge on loopback; 0 for any that is free.</summary>
    public int Http2Port { get; init; }

    /// <summary>A key besides the local account's: of a program that also speaks with AWS itself.</summary>
    public ClientKey? GuestKey { get; init; }

    /// <summary>The longest body of a request, in bytes. Event streams have no limit.</summary>
    public int MaxBodyBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>The longest header section of a request, in bytes.</summary>
    public int MaxHeaderBytes { get; init; } = 32 * 1024;

    /// <summary>The most header fields of a request: Kestrel's own limit. The AWS SDKs send about a dozen.</summary>
    public int MaxHeaders { get; init; } = 100;

    /// <summary>
    /// The most connections at each port; whoever comes on top of them is cut off. A thousand waiting callers hold two
    /// each.
    /// </summary>
    public int MaxConnections { get; init; } = 4096;

    /// <summary>The most streams that one HTTP/2 connection may have open; a bridge has one.</summary>
    public int MaxStreams { get; init; } = 100;

    /// <summary>How long a connection may rest between two requests.</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How far a request's date may be from now: 15 minutes at AWS.</summary>
    public TimeSpan MaxClockSkew { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a client may take to send the header section.</summary>
    public TimeSpan HeaderTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a body may come slower than 240 bytes per second before it is given up.</summary>
    public TimeSpan SlowBodyGrace { get; init; } = TimeSpan.FromSeconds(5);

    /// <exception cref="InvalidOperationException">Both ports are the same.</exception>
    /// <exception cref="ArgumentException">A value is out of range; the message names it.</exception>
    public void Validate()
    {
        RequirePort(Port, nameof(Port));
        RequirePort(Http2Port, nameof(Http2Port));
        if (Port != 0 && Port == Http2Port)
        {
            throw new InvalidOperationException(
                $"{nameof(Port)} and {nameof(Http2Port)} are both {Port}: give two ports."
            );
        }
    }

    private static void RequirePort(int port, string name)
    {
        if (port is < 0 or > ushort.MaxValue)
        {
            throw new ArgumentException($"{name} is {port}: give a port from 0 (any) to 65535.", name);
        }
    }
}

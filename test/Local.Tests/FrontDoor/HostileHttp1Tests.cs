using System.Net.Sockets;
using System.Text;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Tests.FrontDoor;

/// <summary>What no client of AWS sends, on the door's port for HTTP/1.1, while a call goes on next door.</summary>
public sealed class HostileHttp1Tests
{
    // More than the door takes in and any buffer on the way holds.
    private const long FloodBytes = 256L * 1024 * 1024;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static Task<NextDoor> OpenAsync(FrontDoorOptions? options = null) =>
        NextDoor.WithAsync(options ?? new FrontDoorOptions(), new ServiceOf("s3", static _ => Task.CompletedTask));

    private static string Signed(NextDoor next, string framing)
    {
        using var signed = new HandSigner { Service = "s3" }.Sign(next.Door.Http, new byte[1000]);
        var headers = signed.Headers.Select(static header => $"{header.Key}: {string.Join(',', header.Value)}\r\n");
        return $"PUT / HTTP/1.1\r\n{string.Concat(headers)}{framing}\r\n\r\n";
    }

    [Theory]
    [InlineData("content-length: -1")]
    [InlineData("content-length: +5")]
    [InlineData("content-length: 0x10")]
    [InlineData("content-length: 5 5")]
    [InlineData("content-length: 99999999999999999999")]
    [InlineData("content-length: 5\r\ncontent-length: 6")]
    [InlineData("content-length: 5, 6")]
    [InlineData("transfer-encoding: chunked, identity")]
    [InlineData("transfer-encoding: gzip")]
    [InlineData("content length: 5")]
    [InlineData("content-length : 5")]
    [InlineData(": 5")]
    public async Task Length_that_can_be_read_in_two_ways_or_in_none_is_refused(string framing)
    {
        await using var next = await OpenAsync();

        (await TalkAsync(next, Signed(next, framing))).ShouldStartWith("HTTP/1.1 400");

        await next.ShouldGoOnAsync();
    }

    [Theory]
    [InlineData("FFFFFFFFFFFFFFFFF\r\n")]
    [InlineData("-1\r\n")]
    [InlineData("x\r\n")]
    [InlineData("5\nhello")]
    [InlineData("5\r\nhello!!")]
    public async Task Chunk_that_is_none_is_refused(string chunk)
    {
        await using var next = await OpenAsync();

        (await TalkAsync(next, Signed(next, "transfer-encoding: chunked") + chunk)).ShouldStartWith("HTTP/1.1 400");

        await next.ShouldGoOnAsync();
    }

    [Fact]
    public async Task Flood_of_little_headers_is_cut_off()
    {
        await using var next = await OpenAsync();
        var flood = string.Concat(Enumerable.Range(0, 101).Select(static i => $"x-{i}: 1\r\n"));

        var answer = await TalkAsync(next, $"GET / HTTP/1.1\r\nHost: x\r\n{flood}\r\n");

        answer.ShouldStartWith("HTTP/1.1 431");
        await next.ShouldGoOnAsync();
    }

    [Fact]
    public async Task Request_line_without_an_end_is_cut_off()
    {
        await using var next = await OpenAsync();

        (await TalkAsync(next, $"GET /{new string('a', 20_000)}")).ShouldStartWith("HTTP/1.1 414");

        await next.ShouldGoOnAsync();
    }

    [Fact]
    public async Task Headers_that_trickle_are_given_up()
    {
        await using var next = await OpenAsync(new FrontDoorOptions { HeaderTimeout = TimeSpan.FromSeconds(1) });

        (await TalkAsync(next, "GET / HTTP/1.1\r\nHost: ")).ShouldStartWith("HTTP/1.1 408");

        await next.ShouldGoOnAsync();
    }

    [Fact]
    public async Task Body_that_is_announced_too_long_is_refused_before_a_byte_of_it_came()
    {
        await using var next = await OpenAsync(new FrontDoorOptions { MaxBodyBytes = 100_000 });

        var answer = await TalkAsync(next, Signed(next, "content-length: 100001"));

        answer.ShouldStartWith("HTTP/1.1 400");
        answer.ShouldContain("<Code>EntityTooLarge</Code>");
        await next.ShouldGoOnAsync();
    }

    [Fact]
    public async Task Body_that_is_announced_and_does_not_come_takes_no_memory()
    {
        await using var next = await OpenAsync();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var lines = new List<TcpClient>();
        for (var i = 0; i < 20; i++)
        {
            lines.Add(
                await SendAsync(next, Signed(next, $"content-length: {60 * 1024 * 1024}\r\nexpect: 100-continue"))
            );
        }

        foreach (var line in lines)
        {
            // The door asks for the body: it is ready to take it in.
            (await ReadAsync(line)).ShouldStartWith("HTTP/1.1 100");
            line.Dispose();
        }

        (GC.GetTotalAllocatedBytes(precise: true) - before).ShouldBeLessThan(60L * 1024 * 1024);
        await next.ShouldGoOnAsync();
    }

    [Fact]
    public async Task Chunks_without_an_end_are_refused_at_the_limit()
    {
        await using var next = await OpenAsync(new FrontDoorOptions { MaxBodyBytes = 100_000 });

        var (answer, sent) = await FloodAsync(next, Signed(next, "transfer-encoding: chunked"));

        answer.ShouldContain("<Code>EntityTooLarge</Code>");
        sent.ShouldBeLessThan(FloodBytes);
        await next.ShouldGoOnAsync();
    }

    [Fact]
    public async Task Chunks_without_an_end_from_somebody_unknown_are_not_listened_to()
    {
        await using var next = await OpenAsync();

        var (answer, sent) = await FloodAsync(next, "POST / HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n");

        answer.ShouldStartWith("HTTP/1.1 403");
        sent.ShouldBeLessThan(FloodBytes);
        await next.ShouldGoOnAsync();
    }

    [Fact]
    public async Task Connections_beyond_the_limit_are_cut_and_those_within_go_on()
    {
        // One of the two is the call next door.
        await using var next = await OpenAsync(new FrontDoorOptions { MaxConnections = 2 });
        using var second = await SendAsync(next, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        (await ReadAsync(second)).ShouldStartWith("HTTP/1.1 403");

        for (var i = 0; i < 20; i++)
        {
            (await TalkAsync(next, "GET / HTTP/1.1\r\nHost: x\r\n\r\n")).ShouldBeEmpty();
        }

        await next.ShouldGoOnAsync();
    }

    [Fact]
    public async Task Client_that_never_reads_holds_up_nobody()
    {
        await using var next = await OpenAsync();
        using var deaf = await SendAsync(
            next,
            string.Concat(Enumerable.Repeat("GET / HTTP/1.1\r\nHost: x\r\n\r\n", 200))
        );

        (await TalkAsync(next, "GET / HTTP/1.1\r\nHost: x\r\n\r\n")).ShouldStartWith("HTTP/1.1 403");

        await next.ShouldGoOnAsync();
    }

    /// <summary>Sends chunks until the line is cut.</summary>
    private static async Task<(string Answer, long Sent)> FloodAsync(NextDoor next, string head)
    {
        using var line = await SendAsync(next, head);
        var answer = ReadAsync(line);
        var chunk = Encoding.ASCII.GetBytes($"4000\r\n{new string('x', 0x4000)}\r\n");
        var sent = 0L;
        try
        {
            for (; sent < FloodBytes; sent += chunk.Length)
            {
                await line.GetStream().WriteAsync(chunk, Cancelled);
            }
        }
        catch (IOException)
        {
            // Cut, as it should be.
        }

        return (await answer, sent);
    }

    private static async Task<string> TalkAsync(NextDoor next, string request)
    {
        using var line = await SendAsync(next, request);
        return await ReadAsync(line);
    }

    private static async Task<TcpClient> SendAsync(NextDoor next, string request)
    {
        var line = new TcpClient();
        await line.ConnectAsync(next.Door.Http.Host, next.Door.Http.Port, Cancelled);
        try
        {
            await line.GetStream().WriteAsync(Encoding.Latin1.GetBytes(request), Cancelled);
        }
        catch (IOException)
        {
            // Cut before all was said.
        }

        return line;
    }

    /// <summary>The first piece of what is answered; nothing when the line is cut.</summary>
    private static async Task<string> ReadAsync(TcpClient line)
    {
        var answer = new byte[8192];
        try
        {
            var length = await line.GetStream().ReadAsync(answer, Cancelled);
            // An error's head and body may come one after the other.
            length +=
                length is > 0 and < 400
                && !answer.AsSpan(0, length).StartsWith("HTTP/1.1 100"u8)
                && HasBody(answer.AsSpan(0, length))
                    ? await line.GetStream().ReadAsync(answer.AsMemory(length), Cancelled)
                    : 0;
            return Encoding.UTF8.GetString(answer, 0, length);
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static bool HasBody(ReadOnlySpan<byte> head) =>
        head.EndsWith("\r\n\r\n"u8) && head.IndexOf("Content-Length: 0"u8) < 0;
}

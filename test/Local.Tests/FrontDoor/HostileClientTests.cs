using System.Net;
using System.Net.Sockets;
using System.Text;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Tests.FrontDoor;

public sealed class HostileClientTests
{
    [Fact]
    public async Task Flood_of_headers_is_cut_off()
    {
        await using var door = await ADoor.With();
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, door.Http);
        request.Headers.TryAddWithoutValidation("x-flood", new string('x', 40_000));

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.RequestHeaderFieldsTooLarge);
    }

    [Fact]
    public async Task Body_that_trickles_is_given_up_with_S3s_own_error()
    {
        var options = new FrontDoorOptions { SlowBodyGrace = TimeSpan.FromSeconds(1.1) };
        await using var door = await ADoor.With(options, new ServiceOf("s3", static _ => Task.CompletedTask));
        using var signed = new HandSigner { Service = "s3" }.Sign(door.Http, new byte[1000]);

        var answer = await TalkAsync(door.Http, Head(signed, contentLength: 1000) + "only this");

        answer.ShouldContain("<Code>RequestTimeout</Code>");
    }

    [Theory]
    [InlineData("GET http://169.254.169.254/latest HTTP/1.1\r\nHost: x\r\n\r\n", "400")]
    [InlineData("GET /%zz/%?%%%=%&&&= HTTP/1.1\r\nHost: x\r\n\r\n", "403")]
    [InlineData("OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n", "403")]
    [InlineData("GET / HTTP/1.1\r\n\r\n", "400")]
    [InlineData("\0\0\0\0\r\n\r\n", "400")]
    public async Task Malformed_request_gets_an_answer(string request, string status)
    {
        await using var door = await ADoor.With();

        (await TalkAsync(door.Http, request)).ShouldStartWith($"HTTP/1.1 {status}");
    }

    [Fact]
    public async Task Port_that_is_taken_is_named()
    {
        await using var door = await ADoor.With();

        var error = await Should.ThrowAsync<IOException>(() =>
            ADoor.With(new FrontDoorOptions { Port = door.Http.Port })
        );

        error.Message.ShouldContain($":{door.Http.Port}");
        error.Message.ShouldContain("Give another port");
    }

    private static string Head(HttpRequestMessage request, int contentLength)
    {
        var headers = request.Headers.Select(static header => $"{header.Key}: {string.Join(',', header.Value)}\r\n");
        return $"PUT {request.RequestUri!.AbsolutePath} HTTP/1.1\r\n{string.Concat(headers)}"
            + $"content-length: {contentLength}\r\n\r\n";
    }

    private static async Task<string> TalkAsync(Uri address, string request)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, cancellationToken);
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(request), cancellationToken);
        var answer = new byte[8192];
        var length = await client.GetStream().ReadAtLeastAsync(answer, 400, false, cancellationToken);
        return Encoding.UTF8.GetString(answer, 0, length);
    }
}

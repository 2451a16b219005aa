using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SonicBridge.Bridge.Conversation;
using SonicBridge.Bridge.Health;

namespace SonicBridge.Bridge.Tests.Health;

public sealed class HealthTests : IAsyncDisposable
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(5);
    private readonly FakeTimeProvider _time = new();
    private readonly CallVitals _vitals;
    private readonly HealthResponder _responder;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _answering;
    private readonly HttpClient _client;

    public HealthTests()
    {
        _vitals = new CallVitals(_time);
        _responder = new HealthResponder(
            () => HealthReport.Of(_vitals, Heartbeat),
            _time,
            NullLogger<HealthResponder>.Instance
        );
        _responder.Listen(0);
        _answering = _responder.AnswerAsync(_stop.Token);
        _client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{_responder.Port}") };
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Living_bridge_answers_200_and_its_phase()
    {
        _vitals.Phase = CallPhase.Conversing;
        _vitals.Beat();
        using var answer = await _client.GetAsync(new Uri("/health", UriKind.Relative), Cancelled);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var report = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancelled));
        report.RootElement.GetProperty("healthy").GetBoolean().ShouldBeTrue();
        report.RootElement.GetProperty("phase").GetString().ShouldBe("conversing");
    }

    [Fact]
    public async Task Bridge_whose_heartbeats_are_lost_answers_503()
    {
        _time.Advance(3 * Heartbeat);
        using var answer = await _client.GetAsync(new Uri("/health?from=balancer", UriKind.Relative), Cancelled);
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await answer.Content.ReadAsStringAsync(Cancelled)).ShouldContain("\"secondsSinceHeartbeat\":15");
    }

    [Fact]
    public async Task Probe_tells_the_same_truth()
    {
        (await HealthProbe.AskAsync(_responder.Port)).Healthy.ShouldBeTrue();
        _time.Advance(3 * Heartbeat);
        var (healthy, said) = await HealthProbe.AskAsync(_responder.Port);
        healthy.ShouldBeFalse();
        said.ShouldContain("\"healthy\":false");
    }

    [Fact]
    public async Task Probe_says_when_no_bridge_is_there()
    {
        var port = _responder.Port;
        await DisposeAsync();
        (await HealthProbe.AskAsync(port)).ShouldBe((false, $"No bridge answers on port {port}."));
    }

    [Fact]
    public async Task Head_is_answered_without_a_body_and_other_paths_and_methods_are_refused()
    {
        using var head = await _client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/health"), Cancelled);
        head.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await head.Content.ReadAsStringAsync(Cancelled)).ShouldBeEmpty();
        (await _client.GetAsync(new Uri("/", UriKind.Relative), Cancelled)).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await _client.DeleteAsync(new Uri("/health", UriKind.Relative), Cancelled)).StatusCode.ShouldBe(
            HttpStatusCode.MethodNotAllowed
        );
    }

    [Fact]
    public async Task Asker_that_says_nothing_is_dropped_in_time_and_the_next_is_answered()
    {
        using var dawdler = new TcpClient();
        await dawdler.ConnectAsync(IPAddress.Loopback, _responder.Port, Cancelled);
        var dropped = dawdler.GetStream().ReadAsync(new byte[1], Cancelled).AsTask();
        while (!dropped.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        (await dropped).ShouldBe(0);
        (await HealthProbe.AskAsync(_responder.Port)).Said.ShouldContain("healthy");
    }

    [Fact]
    public async Task Crowd_that_says_nothing_does_not_keep_the_balancer_from_its_answer()
    {
        // No time passes here: nobody is dropped for being slow.
        using var crowd = new Crowd();
        await crowd.ComeAsync(_responder.Port, count: 40, "GET /health HT"u8.ToArray(), Cancelled);

        using var answer = await _client.GetAsync(new Uri("/health", UriKind.Relative), Cancelled);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        // Whoever came first has gone.
        (await crowd.HeardAsync(member: 0, Cancelled)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Askers_at_once_are_each_answered()
    {
        using var crowd = new Crowd();
        await crowd.ComeAsync(_responder.Port, count: 10, "GET /health HTTP/1.1\r\n"u8.ToArray(), Cancelled);

        for (var member = 9; member >= 0; member--)
        {
            await crowd.SayAsync(member, "\r\n"u8.ToArray(), Cancelled);
            (await crowd.HeardAsync(member, Cancelled)).ShouldStartWith("HTTP/1.1 200 OK");
        }
    }

    [Theory]
    [InlineData("\r\n\r\n", "405")]
    [InlineData("GET \r\n\r\n", "404")]
    [InlineData("GET /health\r\n\r\n", "404")]
    [InlineData("GET /healthz HTTP/1.1\r\n\r\n", "404")]
    [InlineData("GET /health/../../etc/passwd HTTP/1.1\r\n\r\n", "404")]
    [InlineData("GET /health?\0\u00ff HTTP/1.1\r\n\r\n", "200")]
    [InlineData("GET /health HTTP/1.1\r\nContent-Length: -1\r\nTransfer-Encoding: chunked\r\n\r\n", "200")]
    [InlineData("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "405")]
    [InlineData("\u0016\u0003\u0001\0\0\r\n\r\n", "405")]
    public async Task Odd_request_gets_its_answer_and_the_line_is_cut(string request, string status)
    {
        using var crowd = new Crowd();
        await crowd.ComeAsync(_responder.Port, count: 1, Encoding.Latin1.GetBytes(request), Cancelled);

        (await crowd.HeardAsync(member: 0, Cancelled)).ShouldStartWith($"HTTP/1.1 {status}");
    }

    [Fact]
    public async Task Asker_that_says_too_much_is_dropped_and_the_next_is_answered()
    {
        using var talker = new TcpClient();
        await talker.ConnectAsync(IPAddress.Loopback, _responder.Port, Cancelled);
        await talker.GetStream().WriteAsync(new byte[4096], Cancelled);
        (await talker.GetStream().ReadAsync(new byte[1], Cancelled)).ShouldBe(0);
        using var answer = await _client.GetAsync(new Uri("/health", UriKind.Relative), Cancelled);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public void Port_that_is_taken_does_not_stop_the_bridge()
    {
        using var second = new HealthResponder(
            () => HealthReport.Of(_vitals, Heartbeat),
            _time,
            NullLogger<HealthResponder>.Instance
        );
        second.Listen(_responder.Port);
        second.Port.ShouldBe(0);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _answering;
        _responder.Dispose();
        _client.Dispose();
    }
}

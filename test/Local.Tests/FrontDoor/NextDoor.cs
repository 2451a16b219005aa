using System.Net;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Tests.FrontDoor;

/// <summary>A front door at which two calls are under way, one on each port: what others do must not be heard in them.</summary>
internal sealed class NextDoor : IAsyncDisposable
{
    private readonly Channel<string> _words = Channel.CreateUnbounded<string>();
    private readonly Channel<string> _words2 = Channel.CreateUnbounded<string>();
    private readonly HttpClient _client = new();
    private readonly List<Stream> _calls = [];
    private AwsFrontDoor? _door;
    private int _said;

    public AwsFrontDoor Door => _door!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Opens the door and begins the calls.</summary>
    public static async Task<NextDoor> WithAsync(FrontDoorOptions options, params IAwsService[] services)
    {
        var next = new NextDoor();
        next._door = await ADoor.With(options, [new ServiceOf("states", next.CallAsync), .. services]);
        await next.BeginAsync(next.Door.Http, HttpVersion.Version11);
        await next.BeginAsync(next.Door.Http2, HttpVersion.Version20);
        return next;
    }

    /// <summary>A word goes through each call and arrives.</summary>
    public async Task ShouldGoOnAsync()
    {
        foreach (var (words, call) in new[] { _words, _words2 }.Zip(_calls))
        {
            var word = $"word {++_said:D6}";
            await words.Writer.WriteAsync(word, Cancelled);
            var heard = new byte[word.Length];
            await call.ReadExactlyAsync(heard, Cancelled);
            Encoding.ASCII.GetString(heard).ShouldBe(word);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Door.DisposeAsync();
    }

    private async Task BeginAsync(Uri address, Version version)
    {
        using var request = new HandSigner().Sign(address, [1]);
        (request.Version, request.VersionPolicy) = (version, HttpVersionPolicy.RequestVersionExact);
        var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancelled);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        _calls.Add(await response.Content.ReadAsStreamAsync(Cancelled));
    }

    private async Task CallAsync(HttpContext context)
    {
        await context.Response.Body.FlushAsync(context.RequestAborted);
        var words = HttpProtocol.IsHttp2(context.Request.Protocol) ? _words2 : _words;
        await foreach (var word in words.Reader.ReadAllAsync(context.RequestAborted))
        {
            await context.Response.WriteAsync(word, context.RequestAborted);
        }
    }
}

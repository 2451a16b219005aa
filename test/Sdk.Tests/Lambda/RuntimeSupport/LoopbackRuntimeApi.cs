using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SonicBridge.Sdk.Tests.Lambda.RuntimeSupport;

/// <summary>A Runtime API on loopback: hands out the events that a test gives it, and keeps what is posted.</summary>
internal sealed class LoopbackRuntimeApi : IAsyncDisposable
{
    private const string Root = "/2018-06-01/runtime/";

    private readonly WebApplication app;
    private readonly Channel<(string Id, string Body)> events = Channel.CreateUnbounded<(string, string)>();
    private readonly Channel<Posted> posts = Channel.CreateUnbounded<Posted>();
    private readonly TaskCompletionSource waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int count;

    private LoopbackRuntimeApi(WebApplication app) => this.app = app;

    /// <summary>What each event comes with, besides its id.</summary>
    public ConcurrentDictionary<string, string> Headers { get; } = new();

    /// <summary>The status of every answer to a post.</summary>
    public int PostStatus { get; set; } = StatusCodes.Status202Accepted;

    public int NextStatus { get; set; } = StatusCodes.Status200OK;

    /// <summary>Ends when the function has first asked for an event.</summary>
    public Task Waiting => waiting.Task;

    public string HostAndPort =>
        new Uri(
            app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()
        ).Authority;

    public static async Task<LoopbackRuntimeApi> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var api = new LoopbackRuntimeApi(builder.Build());
        api.app.Run(api.HandleAsync);
        await api.app.StartAsync();
        return api;
    }

    /// <returns>The event's id.</returns>
    public string Give(string body)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"request-{++count}");
        events.Writer.TryWrite((id, body)).ShouldBeTrue();
        return id;
    }

    /// <summary>The next thing that the function posts.</summary>
    public ValueTask<Posted> PostedAsync() => posts.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private Task HandleAsync(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) ? NextAsync(context) : PostAsync(context);

    private async Task NextAsync(HttpContext context)
    {
        context.Request.Path.Value.ShouldBe(Root + "invocation/next");
        waiting.TrySetResult();
        context.Response.StatusCode = NextStatus;
        if (NextStatus != StatusCodes.Status200OK)
        {
            await context.Response.WriteAsync("no more");
            return;
        }

        var (id, body) = await events.Reader.ReadAsync(context.RequestAborted);
        context.Response.Headers["Lambda-Runtime-Aws-Request-Id"] = id;
        foreach (var (name, value) in Headers)
        {
            context.Response.Headers[name] = value;
        }

        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body);
    }

    private async Task PostAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        var headers = context.Request.Headers;
        context.Response.StatusCode = PostStatus;
        await context.Response.WriteAsync("{}");
        await posts.Writer.WriteAsync(
            new Posted(
                context.Request.Path.Value![Root.Length..],
                headers.ContentType.ToString(),
                headers["Lambda-Runtime-Function-Error-Type"].ToString(),
                body
            )
        );
    }

    /// <param name="Path">Below /2018-06-01/runtime/.</param>
    internal sealed record Posted(string Path, string ContentType, string ErrorType, string Body)
    {
        public JsonNode Json => JsonNode.Parse(Body)!;
    }
}

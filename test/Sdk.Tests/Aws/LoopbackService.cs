using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SonicBridge.Sdk.Tests.Aws;

/// <summary>A service on loopback that keeps what it is sent, checks each signature, and answers as the test says.</summary>
internal sealed class LoopbackService : IAsyncDisposable
{
    public static readonly AWSCredentials Credentials = new BasicAWSCredentials("AKIDTEST", Secret);
    public const string Secret = "a/secret+key";

    private readonly WebApplication app;

    private LoopbackService(WebApplication app) => this.app = app;

    public ConcurrentQueue<SentRequest> Requests { get; } = new();

    public string Url =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public SentRequest Only => Requests.ShouldHaveSingleItem();

    /// <summary>Starts a service that reads each request whole and then answers it.</summary>
    public static Task<LoopbackService> StartAsync(Func<SentRequest, HttpContext, Task> answer) =>
        StartAsync(
            HttpProtocols.Http1,
            async (service, context) =>
            {
                var sent = await SentRequest.ReadAsync(context.Request);
                service.Requests.Enqueue(sent);
                sent.ShouldBeSignedWith(Secret);
                await answer(sent, context);
            }
        );

    /// <summary>Starts a service that always gives the same JSON answer.</summary>
    public static Task<LoopbackService> AnsweringAsync(JsonNode body, int status = 200) =>
        StartAsync((_, context) => AnswerAsync(context, body.ToJsonString(), status));

    /// <summary>Starts a service whose answers stream.</summary>
    public static async Task<LoopbackService> StartAsync(
        HttpProtocols protocols,
        Func<LoopbackService, HttpContext, Task> answer
    )
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            // A stream may be silent for as long as it likes.
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = protocols);
        });
        var service = new LoopbackService(builder.Build());
        service.app.Run(context => answer(service, context));
        await service.app.StartAsync();
        return service;
    }

    public static Task AnswerAsync(HttpContext context, string body, int status)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.Headers["x-amzn-RequestId"] = "request-1";
        return context.Response.WriteAsync(body);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}

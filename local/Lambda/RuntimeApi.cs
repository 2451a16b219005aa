using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging.Abstractions;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Lambda;

/// <summary>The Runtime API (2018-06-01) of one process: it asks for the next event, and posts what came of it.</summary>
internal sealed class RuntimeApi : IAsyncDisposable
{
    private const string Root = "/2018-06-01/runtime/";

    /// <summary>The longest event and answer of a synchronous invocation: 6 MB.</summary>
    public const int MaxPayload = 6 * 1024 * 1024;

    private readonly IRuntime _runtime;
    private LoopbackServer? _server;

    private RuntimeApi(IRuntime runtime) => _runtime = runtime;

    /// <summary>For AWS_LAMBDA_RUNTIME_API: host and port.</summary>
    public string Address => _server!.Addresses[0].Authority;

    public static async Task<RuntimeApi> StartAsync(IRuntime runtime, CancellationToken cancellationToken)
    {
        var api = new RuntimeApi(runtime);
        api._server = await LoopbackServer.StartAsync(
            static server => server.Limits.MaxRequestBodySize = null,
            [(0, HttpProtocols.Http1)],
            api.HandleAsync,
            NullLoggerFactory.Instance,
            cancellationToken
        );
        return api;
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        var parts = path.StartsWith(Root, StringComparison.Ordinal) ? path[Root.Length..].Split('/') : [];
        return (context.Request.Method, parts) switch
        {
            ("GET", ["invocation", "next"]) => NextAsync(context),
            ("POST", ["invocation", var id, "response"]) => FinishAsync(context, id, failed: false),
            ("POST", ["invocation", var id, "error"]) => FinishAsync(context, id, failed: true),
            ("POST", ["init", "error"]) => InitErrorAsync(context),
            _ => RefuseAsync(context, StatusCodes.Status404NotFound, "NotFound", $"There is no {path} here."),
        };
    }

    private async Task NextAsync(HttpContext context)
    {
        TakenInvocation taken;
        try
        {
            taken = await _runtime.NextAsync(context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            context.Abort();
            return;
        }

        var response = context.Response;
        response.Headers["Lambda-Runtime-Aws-Request-Id"] = taken.Invocation.RequestId;
        response.Headers["Lambda-Runtime-Invoked-Function-Arn"] = taken.FunctionArn;
        response.Headers["Lambda-Runtime-Deadline-Ms"] = taken
            .Deadline.ToUnixTimeMilliseconds()
            .ToString(CultureInfo.InvariantCulture);
        response.Headers["Lambda-Runtime-Trace-Id"] = $"Root=1-{taken.Invocation.RequestId[..8]}-{Guid.NewGuid():N}"[
            ..42
        ];
        response.ContentType = "application/json";
        response.ContentLength = taken.Invocation.Payload.Length;
        await response.Body.WriteAsync(taken.Invocation.Payload, context.RequestAborted);
    }

    private async Task FinishAsync(HttpContext context, string requestId, bool failed)
    {
        InvocationResult result;
        var status = StatusCodes.Status202Accepted;
        try
        {
            var body = await BodyReader.ReadAsync(context.Request, MaxPayload, AwsProtocol.RestJson);
            result = failed ? FunctionErrors.Unhandled(body) : new InvocationResult(body, null);
        }
        catch (AwsException e)
        {
            status = e.Status;
            result = FunctionErrors.Unhandled(
                "Function.ResponseSizeTooLarge",
                $"Response payload size exceeded maximum allowed payload size ({MaxPayload} bytes)."
            );
        }

        if (_runtime.TryFinish(requestId, result))
        {
            context.Response.StatusCode = status;
            await WriteAsync(context, "{\"status\":\"OK\"}");
        }
        else
        {
            var message = $"'{requestId}' is not the invocation at hand.";
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "InvalidRequestID", message);
        }
    }

    private async Task InitErrorAsync(HttpContext context)
    {
        _runtime.FailInit(await BodyReader.ReadAsync(context.Request, MaxPayload, AwsProtocol.RestJson));
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        await WriteAsync(context, "{\"status\":\"OK\"}");
    }

    private static Task RefuseAsync(HttpContext context, int status, string type, string message)
    {
        context.Response.StatusCode = status;
        var body = FunctionErrors.Unhandled(type, message).Payload;
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    private static Task WriteAsync(HttpContext context, string json)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = json.Length;
        return context.Response.WriteAsync(json, context.RequestAborted);
    }
}

/// <summary>What stands behind a Runtime API.</summary>
internal interface IRuntime
{
    /// <summary>Waits for an event; its time runs from now on.</summary>
    Task<TakenInvocation> NextAsync(CancellationToken cancellationToken);

    /// <returns>False when this is not the invocation at hand.</returns>
    bool TryFinish(string requestId, InvocationResult result);

    /// <param name="payload">What the process reported.</param>
    void FailInit(ReadOnlyMemory<byte> payload);
}

/// <summary>An event that a process has taken, and until when it may work on it.</summary>
internal readonly record struct TakenInvocation(Invocation Invocation, string FunctionArn, DateTimeOffset Deadline);

using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Lambda;

/// <summary>Lambda: functions as real processes, invoked over HTTP or from within this process.</summary>
public sealed class LambdaService : IAwsService, ILambdaInvoker, IAsyncDisposable
{
    private const string Root = "/2015-03-31/functions";

    private readonly FrozenDictionary<string, FunctionPool> _functions;
    private readonly AsyncInvocations _async;

    /// <param name="account">What every function's process gets: endpoints, credentials, region.</param>
    /// <param name="sink">Gets each line of the functions' logs; it must be quick.</param>
    public LambdaService(
        IEnumerable<FunctionDefinition> functions,
        IReadOnlyDictionary<string, string> account,
        TimeProvider clock,
        Action<FunctionLogLine> sink
    )
    {
        _functions = functions.ToFrozenDictionary(
            static function => function.Name,
            function => new FunctionPool(function, account, clock, sink)
        );
        _async = new AsyncInvocations(clock);
    }

    public string SigningName => "lambda";

    /// <summary>Starts the processes that are to be warm before the first invocation.</summary>
    public Task WarmAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(_functions.Values.Select(pool => pool.WarmAsync(cancellationToken)));

    /// <inheritdoc/>
    /// <exception cref="AwsException">ResourceNotFoundException, TooManyRequestsException or RequestTooLargeException.</exception>
    public async Task<InvocationResult> InvokeAsync(
        string function,
        ReadOnlyMemory<byte> payload,
        CancellationToken cancellationToken
    ) => (await Required(function).InvokeAsync(payload).WaitAsync(cancellationToken)).Result;

    public Task HandleAsync(HttpContext context)
    {
        var path = (context.Request.Path.Value ?? "").TrimEnd('/');
        if (!path.StartsWith(Root, StringComparison.Ordinal))
        {
            throw NotOffered(context);
        }

        return (context.Request.Method, path[Root.Length..].Split('/')[1..]) switch
        {
            ("GET", []) => FunctionDescription.WriteListAsync(
                context,
                _functions.Values.Select(static p => p.Function)
            ),
            ("GET", [var name]) => FunctionDescription.WriteAsync(context, Required(name).Function),
            ("GET", [var name, "configuration"]) => FunctionDescription.WriteConfigurationAsync(
                context,
                Required(name).Function
            ),
            ("POST", [var name, "invocations"]) => InvokeAsync(context, Required(name)),
            _ => throw NotOffered(context),
        };
    }

    public async ValueTask DisposeAsync()
    {
        await _async.DisposeAsync();
        foreach (var pool in _functions.Values)
        {
            await pool.DisposeAsync();
        }
    }

    private async Task InvokeAsync(HttpContext context, FunctionPool pool)
    {
        var payload = PayloadOf(context);
        var response = context.Response;
        switch (context.Request.Headers["X-Amz-Invocation-Type"].ToString())
        {
            case "Event":
                _async.Start(pool, payload);
                response.StatusCode = StatusCodes.Status202Accepted;
                return;
            case "DryRun":
                response.StatusCode = StatusCodes.Status204NoContent;
                return;
        }

        var answer = await pool.InvokeAsync(payload);
        response.Headers["X-Amz-Executed-Version"] = "$LATEST";
        if (answer.Result.FunctionError is { } error)
        {
            response.Headers["X-Amz-Function-Error"] = error;
        }

        if (context.Request.Headers["X-Amz-Log-Type"] == "Tail")
        {
            response.Headers["X-Amz-Log-Result"] = Convert.ToBase64String(answer.LogTail);
        }

        response.ContentType = "application/json";
        response.ContentLength = answer.Result.Payload.Length;
        await response.Body.WriteAsync(answer.Result.Payload, context.RequestAborted);
    }

    private static ReadOnlyMemory<byte> PayloadOf(HttpContext context)
    {
        var payload = RequestPayload.Of(context).Bytes;
        if (payload.Length > RuntimeApi.MaxPayload)
        {
            throw new AwsException(
                "RequestTooLargeException",
                $"Request must be smaller than {RuntimeApi.MaxPayload} bytes for the InvokeFunction operation",
                StatusCodes.Status413PayloadTooLarge
            );
        }

        if (payload.IsEmpty)
        {
            return "{}"u8.ToArray();
        }

        try
        {
            using var document = JsonDocument.Parse(payload);
            return payload;
        }
        catch (JsonException e)
        {
            throw new AwsException(
                "InvalidRequestContentException",
                $"Could not parse request body into json: {e.Message}"
            );
        }
    }

    private FunctionPool Required(string function) =>
        _functions.GetValueOrDefault(FunctionName.Of(function))
        ?? throw new AwsException(
            "ResourceNotFoundException",
            $"Function not found: {LocalAccount.Arn("lambda", $"function:{FunctionName.Of(function)}")}; there are "
                + $"{string.Join(", ", _functions.Keys.Order(StringComparer.Ordinal))}.",
            StatusCodes.Status404NotFound
        );

    private static AwsException NotOffered(HttpContext context) =>
        new(
            "UnknownOperationException",
            $"The local Lambda does not offer {context.Request.Method} {context.Request.Path}.",
            StatusCodes.Status404NotFound
        );
}

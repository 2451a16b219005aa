using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Bootstrap;
using Amazon.Lambda.RuntimeSupport.Client;
using Amazon.Lambda.RuntimeSupport.Context;
using Amazon.Lambda.RuntimeSupport.Logging;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The runtime: asks Lambda for the next event, has it handled, posts what came of it, and asks again.</summary>
public class LambdaBootstrap : IDisposable
{
    /// <summary>Lambda freezes the process while it waits for an event, which may then be long in coming.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(12);

    private readonly HttpClient ownClient;
    private readonly LambdaBootstrapHandler handler;
    private readonly LambdaBootstrapInitializer initializer;
    private readonly ILambdaSerializer serializer;
    private readonly RuntimeApi api;
    private readonly FunctionLog log;
    private readonly FunctionEnvironment function = FunctionEnvironment.Read();

    public LambdaBootstrap(
        HandlerWrapper handlerWrapper,
        LambdaBootstrapOptions lambdaBootstrapOptions,
        LambdaBootstrapInitializer initializer = null
    )
        : this(RuntimeApi.CreateClient(), handlerWrapper, lambdaBootstrapOptions, initializer) =>
        ownClient = api.Client;

    public LambdaBootstrap(
        HttpClient httpClient,
        HandlerWrapper handlerWrapper,
        LambdaBootstrapOptions lambdaBootstrapOptions,
        LambdaBootstrapInitializer initializer = null
    )
    {
        ArgumentNullException.ThrowIfNull(httpClient);
        ArgumentNullException.ThrowIfNull(handlerWrapper);
        handler = handlerWrapper.Handler;
        serializer = handlerWrapper.Serializer;
        this.initializer = initializer;
        httpClient.Timeout = LongestWait;
        var endpoint = lambdaBootstrapOptions?.RuntimeApiEndpoint;
        api = new RuntimeApi(httpClient, string.IsNullOrEmpty(endpoint) ? function.RuntimeApi : endpoint);
        log = FunctionLog.TakeConsole();
    }

    /// <summary>Runs until cancelled, or until Lambda ends the process.</summary>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        function.LimitHeap();
        if (initializer is not null && !await InitializeAsync())
        {
            return;
        }

        do
        {
            try
            {
                await InvokeOnceAsync(cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (OperationCanceledException)
            {
                // No event came for as long as the client waits: ask again.
            }
        } while (!cancellationToken.IsCancellationRequested && !function.RunsOnce);
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            ownClient?.Dispose();
        }
    }

    private async Task<bool> InitializeAsync()
    {
        try
        {
            return await initializer();
        }
        catch (Exception e)
        {
            log.Write(nameof(LogLevel.Error), e, null, []);
            await api.ReportInitErrorAsync(e);
            throw;
        }
    }

    private async Task InvokeOnceAsync(CancellationToken cancellationToken)
    {
        var (headers, body) = await api.NextAsync(cancellationToken);
        log.Invocation = headers;
        Environment.SetEnvironmentVariable("_X_AMZN_TRACE_ID", headers.TraceId);
        LambdaTraceProvider.SetCurrentTraceId(headers.TraceId);

        using var invocation = new InvocationRequest
        {
            InputStream = body,
            LambdaContext = new LambdaContext(headers, function, log, serializer),
        };
        InvocationResponse response;
        try
        {
            response = await handler(invocation);
        }
        catch (Exception e)
        {
            log.Write(nameof(LogLevel.Error), e, null, []);
            await api.ReportErrorAsync(headers.AwsRequestId, e, cancellationToken);
            return;
        }

        try
        {
            await api.RespondAsync(headers.AwsRequestId, response?.OutputStream, cancellationToken);
        }
        finally
        {
            if (response is { DisposeOutputStream: true })
            {
                await response.OutputStream.DisposeAsync();
            }
        }
    }
}

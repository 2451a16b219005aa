using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Bootstrap;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Puts a <see cref="LambdaBootstrap"/> together.</summary>
public class LambdaBootstrapBuilder
{
    private readonly HandlerWrapper handler;
    private readonly LambdaBootstrapOptions bootstrapOptions = new();
    private HttpClient client;
    private LambdaBootstrapInitializer initializer;

    private LambdaBootstrapBuilder(HandlerWrapper handler) => this.handler = handler;

    public static LambdaBootstrapBuilder Create(Func<Stream, Task> handler) =>
        new(HandlerWrapper.GetHandlerWrapper(handler));

    public static LambdaBootstrapBuilder Create(Func<Stream, ILambdaContext, Task<Stream>> handler) =>
        new(HandlerWrapper.GetHandlerWrapper(handler));

    public static LambdaBootstrapBuilder Create<TInput>(Func<TInput, Task> handler, ILambdaSerializer serializer) =>
        new(HandlerWrapper.GetHandlerWrapper(handler, serializer));

    public static LambdaBootstrapBuilder Create<TInput>(
        Func<TInput, ILambdaContext, Task> handler,
        ILambdaSerializer serializer
    ) => new(HandlerWrapper.GetHandlerWrapper(handler, serializer));

    public static LambdaBootstrapBuilder Create<TOutput>(
        Func<Stream, Task<TOutput>> handler,
        ILambdaSerializer serializer
    ) => new(HandlerWrapper.GetHandlerWrapper(handler, serializer));

    public static LambdaBootstrapBuilder Create<TInput, TOutput>(
        Func<TInput, Task<TOutput>> handler,
        ILambdaSerializer serializer
    ) => new(HandlerWrapper.GetHandlerWrapper(handler, serializer));

    public static LambdaBootstrapBuilder Create<TInput, TOutput>(
        Func<TInput, ILambdaContext, Task<TOutput>> handler,
        ILambdaSerializer serializer
    ) => new(HandlerWrapper.GetHandlerWrapper(handler, serializer));

    /// <summary>Speaks to the Runtime API through this client, and leaves it to its owner.</summary>
    public LambdaBootstrapBuilder UseHttpClient(HttpClient httpClient)
    {
        client = httpClient;
        return this;
    }

    public LambdaBootstrapBuilder UseBootstrapHandler(LambdaBootstrapInitializer lambdaBootstrapInitializer)
    {
        initializer = lambdaBootstrapInitializer;
        return this;
    }

    public LambdaBootstrapBuilder ConfigureOptions(Action<LambdaBootstrapOptions> options = null)
    {
        options?.Invoke(bootstrapOptions);
        return this;
    }

    public LambdaBootstrap Build() =>
        client is null
            ? new LambdaBootstrap(handler, bootstrapOptions, initializer)
            : new LambdaBootstrap(client, handler, bootstrapOptions, initializer);
}

using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Makes a <see cref="LambdaBootstrapHandler"/> of a method with a typed event and answer.</summary>
public class HandlerWrapper : IDisposable
{
    private static readonly InvocationResponse Empty = new(new MemoryStream(0), disposeOutputStream: false);

    // One invocation at a time: the answers share a buffer.
    private readonly MemoryStream output = new();

    private HandlerWrapper(ILambdaSerializer serializer = null) => Serializer = serializer;

    public LambdaBootstrapHandler Handler { get; private set; }

    internal ILambdaSerializer Serializer { get; }

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, Task> handler) =>
        new()
        {
            Handler = async invocation =>
            {
                await handler(invocation.InputStream);
                return Empty;
            },
        };

    public static HandlerWrapper GetHandlerWrapper(Func<Stream, ILambdaContext, Task<Stream>> handler) =>
        new()
        {
            Handler = async invocation => new InvocationResponse(
                await handler(invocation.InputStream, invocation.LambdaContext)
            ),
        };

    public static HandlerWrapper GetHandlerWrapper<TInput>(Func<TInput, Task> handler, ILambdaSerializer serializer) =>
        GetHandlerWrapper<TInput>((input, _) => handler(input), serializer);

    public static HandlerWrapper GetHandlerWrapper<TInput>(
        Func<TInput, ILambdaContext, Task> handler,
        ILambdaSerializer serializer
    ) =>
        new(serializer)
        {
            Handler = async invocation =>
            {
                await handler(serializer.Deserialize<TInput>(invocation.InputStream), invocation.LambdaContext);
                return Empty;
            },
        };

    public static HandlerWrapper GetHandlerWrapper<TOutput>(
        Func<Stream, Task<TOutput>> handler,
        ILambdaSerializer serializer
    )
    {
        var wrapper = new HandlerWrapper(serializer);
        wrapper.Handler = async invocation => wrapper.Respond(await handler(invocation.InputStream));
        return wrapper;
    }

    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(
        Func<TInput, Task<TOutput>> handler,
        ILambdaSerializer serializer
    ) => GetHandlerWrapper<TInput, TOutput>((input, _) => handler(input), serializer);

    public static HandlerWrapper GetHandlerWrapper<TInput, TOutput>(
        Func<TInput, ILambdaContext, Task<TOutput>> handler,
        ILambdaSerializer serializer
    )
    {
        var wrapper = new HandlerWrapper(serializer);
        wrapper.Handler = async invocation =>
            wrapper.Respond(
                await handler(serializer.Deserialize<TInput>(invocation.InputStream), invocation.LambdaContext)
            );
        return wrapper;
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
            output.Dispose();
        }
    }

    private InvocationResponse Respond<TOutput>(TOutput answer)
    {
        output.SetLength(0);
        Serializer.Serialize(answer, output);
        output.Position = 0;
        return new InvocationResponse(output, disposeOutputStream: false);
    }
}

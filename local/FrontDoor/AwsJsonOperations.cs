using System.Collections.Frozen;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace SonicBridge.Local.FrontDoor;

/// <summary>
/// The operations of a service that speaks <c>awsJson1_0</c> or <c>awsJson1_1</c>: <c>X-Amz-Target: {prefix}.{operation}</c>.
/// Requests that are not signed well never get here, and an <see cref="AwsException"/> is answered by the front door.
/// </summary>
/// <param name="targetPrefix">Such as <c>AWSStepFunctions</c> or <c>AmazonEC2ContainerServiceV20141113</c>.</param>
/// <param name="version"><c>1.0</c> or <c>1.1</c>.</param>
public sealed class AwsJsonOperations(string targetPrefix, string version)
{
    private readonly Dictionary<string, Func<HttpContext, Task>> _operations = new(StringComparer.Ordinal);
    private readonly string _contentType = $"application/x-amz-json-{version}";
    private FrozenDictionary<string, Func<HttpContext, Task>>? _frozen;

    /// <summary>Adds an operation; all are added before the first request.</summary>
    public AwsJsonOperations Add<TRequest, TResponse>(
        string name,
        JsonTypeInfo<TRequest> request,
        JsonTypeInfo<TResponse> response,
        Func<TRequest, CancellationToken, Task<TResponse>> answer
    )
    {
        _operations.Add(
            name,
            async context =>
            {
                var result = await answer(AwsJson.Read(context, request), context.RequestAborted);
                await AwsJson.WriteAsync(context, result, response, _contentType);
            }
        );
        return this;
    }

    /// <summary>Adds an operation that answers without waiting.</summary>
    public AwsJsonOperations Add<TRequest, TResponse>(
        string name,
        JsonTypeInfo<TRequest> request,
        JsonTypeInfo<TResponse> response,
        Func<TRequest, TResponse> answer
    ) => Add(name, request, response, (value, _) => Task.FromResult(answer(value)));

    /// <summary>Answers the operation that the request names.</summary>
    /// <exception cref="AwsException">UnknownOperationException, or what the operation throws.</exception>
    public Task HandleAsync(HttpContext context)
    {
        _frozen ??= _operations.ToFrozenDictionary(StringComparer.Ordinal);
        string? target = context.Request.Headers["x-amz-target"];
        if (
            target is not null
            && target.StartsWith(targetPrefix, StringComparison.Ordinal)
            && target.Length > targetPrefix.Length
            && _frozen.TryGetValue(target[(targetPrefix.Length + 1)..], out var operation)
        )
        {
            return operation(context);
        }

        var known = string.Join(", ", _frozen.Keys.Order(StringComparer.Ordinal));
        throw new AwsException(
            "UnknownOperationException",
            $"'{target}' is not an operation of the local {targetPrefix}; it has {known}."
        );
    }
}

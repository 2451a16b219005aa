using System.Reflection;
using Amazon.Runtime;

namespace SonicBridge.Steps.Tests.Permissions;

/// <summary>The requests that code makes through AWS's SDK.</summary>
internal sealed class SdkRequests
{
    // Members of a client that send nothing.
    private static readonly string[] s_silent = [".ctor", "get_Config", "Dispose"];

    public SdkRequests(ReachableCode code)
    {
        var calls = code.Outside.Where(method => IsClient(method.DeclaringType)).ToList();
        Operations =
        [
            .. calls
                .Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal))
                .Select(method => $"{ServiceOf(method.DeclaringType!)}.{method.Name[..^"Async".Length]}")
                .Distinct(),
        ];
        Unknown =
        [
            .. calls
                .Where(method => !method.Name.EndsWith("Async", StringComparison.Ordinal))
                .Concat(code.Outside.Where(TakesAClient))
                .Where(method => !s_silent.Contains(method.Name))
                .Select(method => $"{method.DeclaringType!.Name}.{method.Name}")
                .Distinct(),
        ];
        Members =
        [
            .. code
                .Outside.Where(method =>
                    method is { IsSpecialName: true, DeclaringType.Namespace: { } space }
                    && space.StartsWith("Amazon.", StringComparison.Ordinal)
                    && space.EndsWith(".Model", StringComparison.Ordinal)
                )
                .Select(method => $"{method.DeclaringType!.Name}.{method.Name}")
                .Distinct(),
        ];
    }

    /// <summary>The operations that are called, such as <c>ECS.RunTask</c>.</summary>
    public IReadOnlyList<string> Operations { get; }

    /// <summary>The members of requests and answers that are used, such as <c>PutObjectRequest.set_TagSet</c>.</summary>
    public IReadOnlyList<string> Members { get; }

    /// <summary>What is done with a client and is neither a request of a known kind nor known to send none.</summary>
    public IReadOnlyList<string> Unknown { get; }

    private static bool IsClient(Type? type) =>
        type is not null
        && (
            type.IsInterface
                ? typeof(IAmazonService).IsAssignableFrom(type)
                : typeof(AmazonServiceClient).IsAssignableFrom(type)
        )
        && !type.Assembly.GetName().Name!.StartsWith("SonicBridge.", StringComparison.Ordinal);

    // Paginators, waiters and utilities of the SDK send requests that do not show as calls on the client.
    private static bool TakesAClient(MethodBase method) =>
        method.DeclaringType?.Namespace?.StartsWith("Amazon.", StringComparison.Ordinal) == true
        && method.GetParameters().Any(parameter => IsClient(parameter.ParameterType));

    private static string ServiceOf(Type client) =>
        client.IsInterface ? client.Name["IAmazon".Length..] : client.Name["Amazon".Length..^"Client".Length];
}

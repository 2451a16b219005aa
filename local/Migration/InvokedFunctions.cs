using System.Collections.Concurrent;
using System.Text;
using SonicBridge.Local.Lambda;

namespace SonicBridge.Local.Migration;

/// <summary>Keeps which functions a flow has invoked: by them alone one sees which way a call went.</summary>
internal sealed class InvokedFunctions(ILambdaInvoker lambdas) : ILambdaInvoker
{
    private const string CallStart = "invoke-ecs-ec2-task";

    // By name, what it failed with; empty when it answered.
    private readonly ConcurrentDictionary<string, string> _failures = new(StringComparer.Ordinal);

    /// <summary>The way that the call went.</summary>
    public CallWay Way =>
        _failures.ContainsKey(CallStart) ? CallWay.Ec2
        : _failures.ContainsKey(FargateDeployment.Function) ? CallWay.Fargate
        : CallWay.None;

    /// <summary>What the call-start Lambda failed with; null when it answered, or was not invoked.</summary>
    public string? Failure =>
        _failures.GetValueOrDefault(Way == CallWay.Ec2 ? CallStart : FargateDeployment.Function)
            is { Length: > 0 } failure
            ? failure
            : null;

    public async Task<InvocationResult> InvokeAsync(
        string function,
        ReadOnlyMemory<byte> payload,
        CancellationToken cancellationToken
    )
    {
        var result = await lambdas.InvokeAsync(function, payload, cancellationToken);
        _failures[NameOf(function)] = result.FunctionError is null
            ? ""
            : ExecutionWatch.MessageOf(Encoding.UTF8.GetString(result.Payload.Span));
        return result;
    }

    /// <summary>Of <c>name</c>, <c>name:alias</c>, or an ARN with or without a qualifier.</summary>
    internal static string NameOf(string function) =>
        function.Split(':') is ["arn", _, "lambda", _, _, "function", var name, ..] ? name : function.Split(':')[0];
}

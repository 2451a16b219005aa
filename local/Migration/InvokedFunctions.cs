using System.Collections.Concurrent;
using SonicBridge.Local.Lambda;

namespace SonicBridge.Local.Migration;

/// <summary>Keeps which functions a flow has invoked: by them alone one sees which way a call went.</summary>
internal sealed class InvokedFunctions(ILambdaInvoker lambdas) : ILambdaInvoker
{
    private const string CallStart = "invoke-ecs-ec2-task";

    private readonly ConcurrentDictionary<string, bool> _succeeded = new(StringComparer.Ordinal);

    /// <summary>The way that the call went.</summary>
    public CallWay Way =>
        _succeeded.ContainsKey(CallStart) ? CallWay.Ec2
        : _succeeded.ContainsKey(FargateDeployment.Function) ? CallWay.Fargate
        : CallWay.None;

    /// <summary>Whether the function that starts the call answered without an error.</summary>
    public bool IsStarted => _succeeded.GetValueOrDefault(Way == CallWay.Ec2 ? CallStart : FargateDeployment.Function);

    public async Task<InvocationResult> InvokeAsync(
        string function,
        ReadOnlyMemory<byte> payload,
        CancellationToken cancellationToken
    )
    {
        var result = await lambdas.InvokeAsync(function, payload, cancellationToken);
        _succeeded[NameOf(function)] = result.FunctionError is null;
        return result;
    }

    /// <summary>Of <c>name</c>, <c>name:alias</c>, or an ARN with or without a qualifier.</summary>
    internal static string NameOf(string function) =>
        function.Split(':') is ["arn", _, "lambda", _, _, "function", var name, ..] ? name : function.Split(':')[0];
}

using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Client;
using Amazon.Lambda.RuntimeSupport.Logging;

namespace Amazon.Lambda.RuntimeSupport.Context;

internal sealed class LambdaContext(
    InvocationHeaders headers,
    FunctionEnvironment function,
    FunctionLog log,
    ILambdaSerializer serializer
) : ILambdaContext
{
    public string AwsRequestId => headers.AwsRequestId;

    public IClientContext ClientContext => field ??= Context.ClientContext.Parse(headers.ClientContextJson);

    public string FunctionName => function.FunctionName;

    public string FunctionVersion => function.FunctionVersion;

    public ICognitoIdentity Identity => field ??= CognitoIdentity.Parse(headers.CognitoIdentityJson);

    public string InvokedFunctionArn => headers.InvokedFunctionArn;

    public ILambdaLogger Logger { get; } = new FunctionLogger(log);

    public string LogGroupName => function.LogGroupName;

    public string LogStreamName => function.LogStreamName;

    public int MemoryLimitInMB => function.MemoryLimitInMB;

    public TimeSpan RemainingTime => headers.Deadline - DateTimeOffset.UtcNow;

    public string TenantId => headers.TenantId;

    public string TraceId => headers.TraceId;

    public ILambdaSerializer Serializer => serializer;
}

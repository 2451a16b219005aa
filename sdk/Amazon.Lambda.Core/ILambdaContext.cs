namespace Amazon.Lambda.Core;

/// <summary>What Lambda tells a function about the invocation at hand and about itself.</summary>
public interface ILambdaContext
{
    /// <summary>The invocation's id; a retry keeps it.</summary>
    string AwsRequestId { get; }

    /// <summary>What a mobile client told about itself.</summary>
    IClientContext ClientContext { get; }

    string FunctionName { get; }

    string FunctionVersion { get; }

    /// <summary>Who invoked through a Cognito identity pool.</summary>
    ICognitoIdentity Identity { get; }

    /// <summary>The ARN that the caller used: the function's, or an alias's.</summary>
    string InvokedFunctionArn { get; }

    ILambdaLogger Logger { get; }

    string LogGroupName { get; }

    string LogStreamName { get; }

    int MemoryLimitInMB { get; }

    /// <summary>The time until Lambda stops the function; below zero once that has passed.</summary>
    TimeSpan RemainingTime { get; }

    string TenantId => string.Empty;

    /// <summary>The X-Ray trace of this invocation.</summary>
    string TraceId => string.Empty;

    /// <summary>The serializer that the function registered, or null.</summary>
    ILambdaSerializer Serializer => null;
}

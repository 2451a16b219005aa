namespace SonicBridge.Local.Lambda;

/// <summary>Runs a Lambda function to its answer, as AWS's Invoke does.</summary>
public interface ILambdaInvoker
{
    /// <param name="function">A function's name, or its ARN with or without a qualifier.</param>
    /// <param name="payload">The event, JSON in UTF-8.</param>
    /// <exception cref="FrontDoor.AwsException">
    /// Lambda refused: ResourceNotFoundException, TooManyRequestsException. What the function itself does wrong is in the
    /// result.
    /// </exception>
    Task<InvocationResult> InvokeAsync(
        string function,
        ReadOnlyMemory<byte> payload,
        CancellationToken cancellationToken
    );
}

/// <summary>What a function answered.</summary>
/// <param name="Payload">JSON in UTF-8: the answer, or with an error <c>{"errorType", "errorMessage", …}</c>.</param>
/// <param name="FunctionError">Null, or <c>Unhandled</c> when the function failed.</param>
public sealed record InvocationResult(ReadOnlyMemory<byte> Payload, string? FunctionError);

using Amazon.Lambda.Core;
using Amazon.Runtime;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using SonicBridge.Contracts;

namespace SonicBridge.Steps.Call;

/// <summary>The execution that owns a call, as seen from the contact flow: it lives, or nobody is behind the call any more.</summary>
internal sealed class CallExecution
{
    private readonly IAmazonStepFunctions _stepFunctions;
    private readonly ILambdaLogger _logger;
    private readonly string _arn;

    public CallExecution(
        IAmazonStepFunctions stepFunctions,
        string stateMachineArn,
        ContactId contactId,
        ILambdaLogger logger
    )
    {
        (_stepFunctions, _logger) = (stepFunctions, logger);
        _arn = $"{stateMachineArn.Replace(":stateMachine:", ":execution:", StringComparison.Ordinal)}:{contactId}";
    }

    /// <summary>Whether it has ended, in whatever way. When nobody can tell, it is taken to live.</summary>
    public async Task<bool> HasEndedAsync(CancellationToken cancellationToken)
    {
        try
        {
            var execution = await _stepFunctions.DescribeExecutionAsync(
                new DescribeExecutionRequest { ExecutionArn = _arn, IncludedData = IncludedData.METADATA_ONLY },
                cancellationToken
            );
            return execution.Status != ExecutionStatus.RUNNING;
        }
        catch (ExecutionDoesNotExistException)
        {
            return true;
        }
        // A call that is well must not be handed over because Step Functions is busy or slow.
        catch (Exception e)
            when (e
                    is AmazonServiceException
                        or AmazonClientException
                        or HttpRequestException
                        or OperationCanceledException
            )
        {
            _logger.LogWarning(e, "Whether the execution {execution} lives is not known.", _arn);
            return false;
        }
    }
}

using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.StandIns;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Wire;

/// <summary>Which exception each of the service's error codes becomes.</summary>
internal static class ServiceErrors
{
    public static AmazonServiceException Read(ErrorResponse error, JsonElement body)
    {
        var (message, inner, type, code) = (error.Message, error.InnerException, error.Type, error.Code);
        var (id, status) = (error.RequestId, error.StatusCode);
        return code switch
        {
            "ExecutionAlreadyExists" => new ExecutionAlreadyExistsException(message, inner, type, code, id, status),
            "ExecutionDoesNotExist" => new ExecutionDoesNotExistException(message, inner, type, code, id, status),
            "ExecutionLimitExceeded" => new ExecutionLimitExceededException(message, inner, type, code, id, status),
            "InvalidArn" => new InvalidArnException(message, inner, type, code, id, status),
            "InvalidExecutionInput" => new InvalidExecutionInputException(message, inner, type, code, id, status),
            "InvalidName" => new InvalidNameException(message, inner, type, code, id, status),
            "InvalidOutput" => new InvalidOutputException(message, inner, type, code, id, status),
            "InvalidToken" => new InvalidTokenException(message, inner, type, code, id, status),
            "KmsAccessDeniedException" => new KmsAccessDeniedException(message, inner, type, code, id, status),
            "KmsInvalidStateException" => new KmsInvalidStateException(message, inner, type, code, id, status)
            {
                KmsKeyState = body.Text("kmsKeyState"),
            },
            "KmsThrottlingException" => new KmsThrottlingException(message, inner, type, code, id, status),
            "ResourceNotFound" => new ResourceNotFoundException(message, inner, type, code, id, status)
            {
                ResourceName = body.Text("resourceName"),
            },
            "StateMachineDeleting" => new StateMachineDeletingException(message, inner, type, code, id, status),
            "StateMachineDoesNotExist" => new StateMachineDoesNotExistException(message, inner, type, code, id, status),
            "StateMachineTypeNotSupported" => new StateMachineTypeNotSupportedException(
                message,
                inner,
                type,
                code,
                id,
                status
            ),
            "TaskDoesNotExist" => new TaskDoesNotExistException(message, inner, type, code, id, status),
            "TaskTimedOut" => new TaskTimedOutException(message, inner, type, code, id, status),
            "ValidationException" => new ValidationException(message, inner, type, code, id, status)
            {
                Reason = body.Text("reason"),
            },
            _ => new AmazonStepFunctionsException(message, inner, type, code, id, status),
        };
    }
}

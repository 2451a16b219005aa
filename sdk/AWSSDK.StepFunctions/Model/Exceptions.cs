using System;
using System.Net;
using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

/// <summary>Another execution has this name and another input, or has ended.</summary>
public partial class ExecutionAlreadyExistsException : AmazonStepFunctionsException
{
    public ExecutionAlreadyExistsException(string message)
        : base(message) { }

    public ExecutionAlreadyExistsException(string message, Exception innerException)
        : base(message, innerException) { }

    public ExecutionAlreadyExistsException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>There is no such execution.</summary>
public partial class ExecutionDoesNotExistException : AmazonStepFunctionsException
{
    public ExecutionDoesNotExistException(string message)
        : base(message) { }

    public ExecutionDoesNotExistException(string message, Exception innerException)
        : base(message, innerException) { }

    public ExecutionDoesNotExistException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>Too many executions are running.</summary>
public partial class ExecutionLimitExceededException : AmazonStepFunctionsException
{
    public ExecutionLimitExceededException(string message)
        : base(message) { }

    public ExecutionLimitExceededException(string message, Exception innerException)
        : base(message, innerException) { }

    public ExecutionLimitExceededException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>An ARN is not valid.</summary>
public partial class InvalidArnException : AmazonStepFunctionsException
{
    public InvalidArnException(string message)
        : base(message) { }

    public InvalidArnException(string message, Exception innerException)
        : base(message, innerException) { }

    public InvalidArnException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>The input is not valid JSON.</summary>
public partial class InvalidExecutionInputException : AmazonStepFunctionsException
{
    public InvalidExecutionInputException(string message)
        : base(message) { }

    public InvalidExecutionInputException(string message, Exception innerException)
        : base(message, innerException) { }

    public InvalidExecutionInputException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>The name is not valid.</summary>
public partial class InvalidNameException : AmazonStepFunctionsException
{
    public InvalidNameException(string message)
        : base(message) { }

    public InvalidNameException(string message, Exception innerException)
        : base(message, innerException) { }

    public InvalidNameException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>The output is not valid JSON.</summary>
public partial class InvalidOutputException : AmazonStepFunctionsException
{
    public InvalidOutputException(string message)
        : base(message) { }

    public InvalidOutputException(string message, Exception innerException)
        : base(message, innerException) { }

    public InvalidOutputException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>The task token is not valid.</summary>
public partial class InvalidTokenException : AmazonStepFunctionsException
{
    public InvalidTokenException(string message)
        : base(message) { }

    public InvalidTokenException(string message, Exception innerException)
        : base(message, innerException) { }

    public InvalidTokenException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>The key may not be used.</summary>
public partial class KmsAccessDeniedException : AmazonStepFunctionsException
{
    public KmsAccessDeniedException(string message)
        : base(message) { }

    public KmsAccessDeniedException(string message, Exception innerException)
        : base(message, innerException) { }

    public KmsAccessDeniedException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>The key is in no state to be used.</summary>
public partial class KmsInvalidStateException : AmazonStepFunctionsException
{
    public KmsInvalidStateException(string message)
        : base(message) { }

    public KmsInvalidStateException(string message, Exception innerException)
        : base(message, innerException) { }

    public KmsInvalidStateException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public KmsKeyState KmsKeyState { get; set; }
}

/// <summary>Too many calls to the key service.</summary>
public partial class KmsThrottlingException : AmazonStepFunctionsException
{
    public KmsThrottlingException(string message)
        : base(message) { }

    public KmsThrottlingException(string message, Exception innerException)
        : base(message, innerException) { }

    public KmsThrottlingException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>What the request names is not there.</summary>
public partial class ResourceNotFoundException : AmazonStepFunctionsException
{
    public ResourceNotFoundException(string message)
        : base(message) { }

    public ResourceNotFoundException(string message, Exception innerException)
        : base(message, innerException) { }

    public ResourceNotFoundException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string ResourceName { get; set; }
}

/// <summary>The state machine is being deleted.</summary>
public partial class StateMachineDeletingException : AmazonStepFunctionsException
{
    public StateMachineDeletingException(string message)
        : base(message) { }

    public StateMachineDeletingException(string message, Exception innerException)
        : base(message, innerException) { }

    public StateMachineDeletingException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>There is no such state machine.</summary>
public partial class StateMachineDoesNotExistException : AmazonStepFunctionsException
{
    public StateMachineDoesNotExistException(string message)
        : base(message) { }

    public StateMachineDoesNotExistException(string message, Exception innerException)
        : base(message, innerException) { }

    public StateMachineDoesNotExistException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>The operation knows no state machine of this type.</summary>
public partial class StateMachineTypeNotSupportedException : AmazonStepFunctionsException
{
    public StateMachineTypeNotSupportedException(string message)
        : base(message) { }

    public StateMachineTypeNotSupportedException(string message, Exception innerException)
        : base(message, innerException) { }

    public StateMachineTypeNotSupportedException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>The task is gone, for instance since its execution has ended.</summary>
public partial class TaskDoesNotExistException : AmazonStepFunctionsException
{
    public TaskDoesNotExistException(string message)
        : base(message) { }

    public TaskDoesNotExistException(string message, Exception innerException)
        : base(message, innerException) { }

    public TaskDoesNotExistException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>The task has run out of time or missed its heartbeat.</summary>
public partial class TaskTimedOutException : AmazonStepFunctionsException
{
    public TaskTimedOutException(string message)
        : base(message) { }

    public TaskTimedOutException(string message, Exception innerException)
        : base(message, innerException) { }

    public TaskTimedOutException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>The request is not valid.</summary>
public partial class ValidationException : AmazonStepFunctionsException
{
    public ValidationException(string message)
        : base(message) { }

    public ValidationException(string message, Exception innerException)
        : base(message, innerException) { }

    public ValidationException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public ValidationExceptionReason Reason { get; set; }
}

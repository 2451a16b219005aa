using System;
using System.Net;
using Amazon.Runtime;

namespace Amazon.BedrockRuntime.Model;

/// <summary>The caller may not use the model.</summary>
public partial class AccessDeniedException : AmazonBedrockRuntimeException
{
    public AccessDeniedException(string message)
        : base(message) { }

    public AccessDeniedException(string message, Exception innerException)
        : base(message, innerException) { }

    public AccessDeniedException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>The service failed.</summary>
public partial class InternalServerException : AmazonBedrockRuntimeException
{
    public InternalServerException(string message)
        : base(message) { }

    public InternalServerException(string message, Exception innerException)
        : base(message, innerException) { }

    public InternalServerException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>The model failed.</summary>
public partial class ModelErrorException : AmazonBedrockRuntimeException
{
    public ModelErrorException(string message)
        : base(message) { }

    public ModelErrorException(string message, Exception innerException)
        : base(message, innerException) { }

    public ModelErrorException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public int? OriginalStatusCode { get; set; }

    public string ResourceName { get; set; }
}

/// <summary>The model is not ready; the call is worth another try.</summary>
public partial class ModelNotReadyException : AmazonBedrockRuntimeException
{
    public ModelNotReadyException(string message)
        : base(message) { }

    public ModelNotReadyException(string message, Exception innerException)
        : base(message, innerException) { }

    public ModelNotReadyException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public override RetryableDetails Retryable { get; } = new RetryableDetails(false);
}

/// <summary>The model failed while it streamed.</summary>
public partial class ModelStreamErrorException : AmazonBedrockRuntimeException
{
    public ModelStreamErrorException(string message)
        : base(message) { }

    public ModelStreamErrorException(string message, Exception innerException)
        : base(message, innerException) { }

    public ModelStreamErrorException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string OriginalMessage { get; set; }

    public int? OriginalStatusCode { get; set; }
}

/// <summary>The model took too long, or the connection has reached its age.</summary>
public partial class ModelTimeoutException : AmazonBedrockRuntimeException
{
    public ModelTimeoutException(string message)
        : base(message) { }

    public ModelTimeoutException(string message, Exception innerException)
        : base(message, innerException) { }

    public ModelTimeoutException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>There is no such model.</summary>
public partial class ResourceNotFoundException : AmazonBedrockRuntimeException
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
}

/// <summary>A quota is used up.</summary>
public partial class ServiceQuotaExceededException : AmazonBedrockRuntimeException
{
    public ServiceQuotaExceededException(string message)
        : base(message) { }

    public ServiceQuotaExceededException(string message, Exception innerException)
        : base(message, innerException) { }

    public ServiceQuotaExceededException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>The service is not available.</summary>
public partial class ServiceUnavailableException : AmazonBedrockRuntimeException
{
    public ServiceUnavailableException(string message)
        : base(message) { }

    public ServiceUnavailableException(string message, Exception innerException)
        : base(message, innerException) { }

    public ServiceUnavailableException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>Too many calls.</summary>
public partial class ThrottlingException : AmazonBedrockRuntimeException
{
    public ThrottlingException(string message)
        : base(message) { }

    public ThrottlingException(string message, Exception innerException)
        : base(message, innerException) { }

    public ThrottlingException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>The input is not valid.</summary>
public partial class ValidationException : AmazonBedrockRuntimeException
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
}

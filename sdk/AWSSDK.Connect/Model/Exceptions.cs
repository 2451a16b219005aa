using System;
using System.Collections.Generic;
using System.Net;
using Amazon.Runtime;
using Amazon.StandIns;

namespace Amazon.Connect.Model;

/// <summary>The caller may not do this.</summary>
public partial class AccessDeniedException : AmazonConnectException
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

/// <summary>The flow has never been published.</summary>
public partial class ContactFlowNotPublishedException : AmazonConnectException
{
    public ContactFlowNotPublishedException(string message)
        : base(message) { }

    public ContactFlowNotPublishedException(string message, Exception innerException)
        : base(message, innerException) { }

    public ContactFlowNotPublishedException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>There is one of that name.</summary>
public partial class DuplicateResourceException : AmazonConnectException
{
    public DuplicateResourceException(string message)
        : base(message) { }

    public DuplicateResourceException(string message, Exception innerException)
        : base(message, innerException) { }

    public DuplicateResourceException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>The same token came with another request.</summary>
public partial class IdempotencyException : AmazonConnectException
{
    public IdempotencyException(string message)
        : base(message) { }

    public IdempotencyException(string message, Exception innerException)
        : base(message, innerException) { }

    public IdempotencyException(
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
public partial class InternalServiceException : AmazonConnectException
{
    public InternalServiceException(string message)
        : base(message) { }

    public InternalServiceException(string message, Exception innerException)
        : base(message, innerException) { }

    public InternalServiceException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>The flow's content is not valid.</summary>
public partial class InvalidContactFlowException : AmazonConnectException
{
    public InvalidContactFlowException(string message)
        : base(message) { }

    public InvalidContactFlowException(string message, Exception innerException)
        : base(message, innerException) { }

    public InvalidContactFlowException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public List<ProblemDetail> Problems { get; set; } = Unset.List<ProblemDetail>();
}

/// <summary>The module's content is not valid.</summary>
public partial class InvalidContactFlowModuleException : AmazonConnectException
{
    public InvalidContactFlowModuleException(string message)
        : base(message) { }

    public InvalidContactFlowModuleException(string message, Exception innerException)
        : base(message, innerException) { }

    public InvalidContactFlowModuleException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public List<ProblemDetail> Problems { get; set; } = Unset.List<ProblemDetail>();
}

/// <summary>A parameter is not valid.</summary>
public partial class InvalidParameterException : AmazonConnectException
{
    public InvalidParameterException(string message)
        : base(message) { }

    public InvalidParameterException(string message, Exception innerException)
        : base(message, innerException) { }

    public InvalidParameterException(
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
public partial class InvalidRequestException : AmazonConnectException
{
    public InvalidRequestException(string message)
        : base(message) { }

    public InvalidRequestException(string message, Exception innerException)
        : base(message, innerException) { }

    public InvalidRequestException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public InvalidRequestExceptionReason Reason { get; set; }
}

/// <summary>A limit of the instance is reached.</summary>
public partial class LimitExceededException : AmazonConnectException
{
    public LimitExceededException(string message)
        : base(message) { }

    public LimitExceededException(string message, Exception innerException)
        : base(message, innerException) { }

    public LimitExceededException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>It is there already, or another change is under way.</summary>
public partial class ResourceConflictException : AmazonConnectException
{
    public ResourceConflictException(string message)
        : base(message) { }

    public ResourceConflictException(string message, Exception innerException)
        : base(message, innerException) { }

    public ResourceConflictException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>There is no such instance, flow or module.</summary>
public partial class ResourceNotFoundException : AmazonConnectException
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
public partial class ServiceQuotaExceededException : AmazonConnectException
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

    public ServiceQuotaExceededExceptionReason Reason { get; set; }
}

/// <summary>Too many calls.</summary>
public partial class ThrottlingException : AmazonConnectException
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

using System;
using System.Net;
using Amazon.Runtime;

namespace Amazon.KinesisVideo.Model;

/// <summary>Too many calls.</summary>
public partial class ClientLimitExceededException : AmazonKinesisVideoException
{
    public ClientLimitExceededException(string message)
        : base(message) { }

    public ClientLimitExceededException(string message, Exception innerException)
        : base(message, innerException) { }

    public ClientLimitExceededException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>An argument is not valid.</summary>
public partial class InvalidArgumentException : AmazonKinesisVideoException
{
    public InvalidArgumentException(string message)
        : base(message) { }

    public InvalidArgumentException(string message, Exception innerException)
        : base(message, innerException) { }

    public InvalidArgumentException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>The caller may not do this.</summary>
public partial class NotAuthorizedException : AmazonKinesisVideoException
{
    public NotAuthorizedException(string message)
        : base(message) { }

    public NotAuthorizedException(string message, Exception innerException)
        : base(message, innerException) { }

    public NotAuthorizedException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>There is no such stream.</summary>
public partial class ResourceNotFoundException : AmazonKinesisVideoException
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

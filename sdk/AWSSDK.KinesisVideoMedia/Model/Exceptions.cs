using System;
using System.Net;
using Amazon.Runtime;

namespace Amazon.KinesisVideoMedia.Model;

/// <summary>Too many calls.</summary>
public partial class ClientLimitExceededException : AmazonKinesisVideoMediaException
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

/// <summary>Too many connections read the stream.</summary>
public partial class ConnectionLimitExceededException : AmazonKinesisVideoMediaException
{
    public ConnectionLimitExceededException(string message)
        : base(message) { }

    public ConnectionLimitExceededException(string message, Exception innerException)
        : base(message, innerException) { }

    public ConnectionLimitExceededException(
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
public partial class InvalidArgumentException : AmazonKinesisVideoMediaException
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

/// <summary>The endpoint is not, or no longer, the one of the stream: ask for a fresh one.</summary>
public partial class InvalidEndpointException : AmazonKinesisVideoMediaException
{
    public InvalidEndpointException(string message)
        : base(message) { }

    public InvalidEndpointException(string message, Exception innerException)
        : base(message, innerException) { }

    public InvalidEndpointException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>The caller may not read the stream, or its token has expired.</summary>
public partial class NotAuthorizedException : AmazonKinesisVideoMediaException
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
public partial class ResourceNotFoundException : AmazonKinesisVideoMediaException
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

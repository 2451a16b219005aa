using System;
using System.Net;
using Amazon.Runtime;

namespace Amazon.KinesisVideo.Model;

/// <summary>The account has its most streams already.</summary>
public partial class AccountStreamLimitExceededException : AmazonKinesisVideoException
{
    public AccountStreamLimitExceededException(string message)
        : base(message) { }

    public AccountStreamLimitExceededException(string message, Exception innerException)
        : base(message, innerException) { }

    public AccountStreamLimitExceededException(
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

/// <summary>The device has its most streams already.</summary>
public partial class DeviceStreamLimitExceededException : AmazonKinesisVideoException
{
    public DeviceStreamLimitExceededException(string message)
        : base(message) { }

    public DeviceStreamLimitExceededException(string message, Exception innerException)
        : base(message, innerException) { }

    public DeviceStreamLimitExceededException(
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

/// <summary>The device's name is not valid.</summary>
public partial class InvalidDeviceException : AmazonKinesisVideoException
{
    public InvalidDeviceException(string message)
        : base(message) { }

    public InvalidDeviceException(string message, Exception innerException)
        : base(message, innerException) { }

    public InvalidDeviceException(
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

/// <summary>The stream is being made, changed or deleted.</summary>
public partial class ResourceInUseException : AmazonKinesisVideoException
{
    public ResourceInUseException(string message)
        : base(message) { }

    public ResourceInUseException(string message, Exception innerException)
        : base(message, innerException) { }

    public ResourceInUseException(
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

/// <summary>The stream would have too many tags.</summary>
public partial class TagsPerResourceExceededLimitException : AmazonKinesisVideoException
{
    public TagsPerResourceExceededLimitException(string message)
        : base(message) { }

    public TagsPerResourceExceededLimitException(string message, Exception innerException)
        : base(message, innerException) { }

    public TagsPerResourceExceededLimitException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>The stream is of another version by now.</summary>
public partial class VersionMismatchException : AmazonKinesisVideoException
{
    public VersionMismatchException(string message)
        : base(message) { }

    public VersionMismatchException(string message, Exception innerException)
        : base(message, innerException) { }

    public VersionMismatchException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

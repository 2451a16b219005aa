using System;
using System.Net;
using Amazon.Runtime;

namespace Amazon.ECR.Model;

/// <summary>There is no such image.</summary>
public partial class ImageNotFoundException : AmazonECRException
{
    public ImageNotFoundException(string message)
        : base(message) { }

    public ImageNotFoundException(string message, Exception innerException)
        : base(message, innerException) { }

    public ImageNotFoundException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>A parameter is not valid.</summary>
public partial class InvalidParameterException : AmazonECRException
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

/// <summary>There is no such repository.</summary>
public partial class RepositoryNotFoundException : AmazonECRException
{
    public RepositoryNotFoundException(string message)
        : base(message) { }

    public RepositoryNotFoundException(string message, Exception innerException)
        : base(message, innerException) { }

    public RepositoryNotFoundException(
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
public partial class ServerException : AmazonECRException
{
    public ServerException(string message)
        : base(message) { }

    public ServerException(string message, Exception innerException)
        : base(message, innerException) { }

    public ServerException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

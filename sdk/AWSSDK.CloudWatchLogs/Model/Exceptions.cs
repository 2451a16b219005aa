using System;
using System.Net;
using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>A parameter is not valid.</summary>
public partial class InvalidParameterException : AmazonCloudWatchLogsException
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

/// <summary>There is no such log group or stream.</summary>
public partial class ResourceNotFoundException : AmazonCloudWatchLogsException
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

/// <summary>The service failed.</summary>
public partial class ServiceUnavailableException : AmazonCloudWatchLogsException
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

using System;
using System.Net;
using Amazon.Runtime;

namespace Amazon.CloudWatch.Model;

/// <summary>The token is of no page.</summary>
public partial class InvalidNextTokenException : AmazonCloudWatchException
{
    public InvalidNextTokenException(string message)
        : base(message) { }

    public InvalidNextTokenException(string message, Exception innerException)
        : base(message, innerException) { }

    public InvalidNextTokenException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

using System;
using System.Net;
using Amazon.Runtime;

namespace Amazon.AutoScaling.Model;

/// <summary>The token is of no page.</summary>
public partial class InvalidNextTokenException : AmazonAutoScalingException
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

/// <summary>Another change of the group is under way.</summary>
public partial class ResourceContentionException : AmazonAutoScalingException
{
    public ResourceContentionException(string message)
        : base(message) { }

    public ResourceContentionException(string message, Exception innerException)
        : base(message, innerException) { }

    public ResourceContentionException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

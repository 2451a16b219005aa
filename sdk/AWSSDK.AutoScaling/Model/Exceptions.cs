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

/// <summary>A limit of the account is reached.</summary>
public partial class LimitExceededException : AmazonAutoScalingException
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

/// <summary>Instances are being started or ended.</summary>
public partial class ScalingActivityInProgressException : AmazonAutoScalingException
{
    public ScalingActivityInProgressException(string message)
        : base(message) { }

    public ScalingActivityInProgressException(string message, Exception innerException)
        : base(message, innerException) { }

    public ScalingActivityInProgressException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>The service-linked role is not ready.</summary>
public partial class ServiceLinkedRoleFailureException : AmazonAutoScalingException
{
    public ServiceLinkedRoleFailureException(string message)
        : base(message) { }

    public ServiceLinkedRoleFailureException(string message, Exception innerException)
        : base(message, innerException) { }

    public ServiceLinkedRoleFailureException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

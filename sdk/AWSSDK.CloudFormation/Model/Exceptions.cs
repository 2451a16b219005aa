using System;
using System.Net;
using Amazon.Runtime;

namespace Amazon.CloudFormation.Model;

/// <summary>There is one of that name.</summary>
public partial class AlreadyExistsException : AmazonCloudFormationException
{
    public AlreadyExistsException(string message)
        : base(message) { }

    public AlreadyExistsException(string message, Exception innerException)
        : base(message, innerException) { }

    public AlreadyExistsException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>There is no such change set.</summary>
public partial class ChangeSetNotFoundException : AmazonCloudFormationException
{
    public ChangeSetNotFoundException(string message)
        : base(message) { }

    public ChangeSetNotFoundException(string message, Exception innerException)
        : base(message, innerException) { }

    public ChangeSetNotFoundException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>The template does what it was not allowed to.</summary>
public partial class InsufficientCapabilitiesException : AmazonCloudFormationException
{
    public InsufficientCapabilitiesException(string message)
        : base(message) { }

    public InsufficientCapabilitiesException(string message, Exception innerException)
        : base(message, innerException) { }

    public InsufficientCapabilitiesException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>The change set is not in a state for this.</summary>
public partial class InvalidChangeSetStatusException : AmazonCloudFormationException
{
    public InvalidChangeSetStatusException(string message)
        : base(message) { }

    public InvalidChangeSetStatusException(string message, Exception innerException)
        : base(message, innerException) { }

    public InvalidChangeSetStatusException(
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
public partial class LimitExceededException : AmazonCloudFormationException
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

/// <summary>The same token came with another request.</summary>
public partial class TokenAlreadyExistsException : AmazonCloudFormationException
{
    public TokenAlreadyExistsException(string message)
        : base(message) { }

    public TokenAlreadyExistsException(string message, Exception innerException)
        : base(message, innerException) { }

    public TokenAlreadyExistsException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

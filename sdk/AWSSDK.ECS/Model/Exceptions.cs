using System;
using System.Collections.Generic;
using System.Net;
using Amazon.Runtime;
using Amazon.StandIns;

namespace Amazon.ECS.Model;

/// <summary>The caller may not do this.</summary>
public partial class AccessDeniedException : AmazonECSException
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

/// <summary>The account is blocked.</summary>
public partial class BlockedException : AmazonECSException
{
    public BlockedException(string message)
        : base(message) { }

    public BlockedException(string message, Exception innerException)
        : base(message, innerException) { }

    public BlockedException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>The request cannot be met as it is.</summary>
public partial class ClientException : AmazonECSException
{
    public ClientException(string message)
        : base(message) { }

    public ClientException(string message, Exception innerException)
        : base(message, innerException) { }

    public ClientException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>There is no such cluster.</summary>
public partial class ClusterNotFoundException : AmazonECSException
{
    public ClusterNotFoundException(string message)
        : base(message) { }

    public ClusterNotFoundException(string message, Exception innerException)
        : base(message, innerException) { }

    public ClusterNotFoundException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>The same client token came with another request.</summary>
public partial class ConflictException : AmazonECSException
{
    public ConflictException(string message)
        : base(message) { }

    public ConflictException(string message, Exception innerException)
        : base(message, innerException) { }

    public ConflictException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public List<string> ResourceIds { get; set; } = Unset.List<string>();
}

/// <summary>A parameter is not valid.</summary>
public partial class InvalidParameterException : AmazonECSException
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

/// <summary>A limit of the account is reached.</summary>
public partial class LimitExceededException : AmazonECSException
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

/// <summary>There is no such namespace.</summary>
public partial class NamespaceNotFoundException : AmazonECSException
{
    public NamespaceNotFoundException(string message)
        : base(message) { }

    public NamespaceNotFoundException(string message, Exception innerException)
        : base(message, innerException) { }

    public NamespaceNotFoundException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>The platform cannot run the task definition.</summary>
public partial class PlatformTaskDefinitionIncompatibilityException : AmazonECSException
{
    public PlatformTaskDefinitionIncompatibilityException(string message)
        : base(message) { }

    public PlatformTaskDefinitionIncompatibilityException(string message, Exception innerException)
        : base(message, innerException) { }

    public PlatformTaskDefinitionIncompatibilityException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>There is no such platform version.</summary>
public partial class PlatformUnknownException : AmazonECSException
{
    public PlatformUnknownException(string message)
        : base(message) { }

    public PlatformUnknownException(string message, Exception innerException)
        : base(message, innerException) { }

    public PlatformUnknownException(
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
public partial class ServerException : AmazonECSException
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

/// <summary>The service is not active.</summary>
public partial class ServiceNotActiveException : AmazonECSException
{
    public ServiceNotActiveException(string message)
        : base(message) { }

    public ServiceNotActiveException(string message, Exception innerException)
        : base(message, innerException) { }

    public ServiceNotActiveException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>There is no such service.</summary>
public partial class ServiceNotFoundException : AmazonECSException
{
    public ServiceNotFoundException(string message)
        : base(message) { }

    public ServiceNotFoundException(string message, Exception innerException)
        : base(message, innerException) { }

    public ServiceNotFoundException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>The region does not offer this.</summary>
public partial class UnsupportedFeatureException : AmazonECSException
{
    public UnsupportedFeatureException(string message)
        : base(message) { }

    public UnsupportedFeatureException(string message, Exception innerException)
        : base(message, innerException) { }

    public UnsupportedFeatureException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

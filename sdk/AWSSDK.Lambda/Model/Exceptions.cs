using System;
using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>There is no such code-signing configuration.</summary>
public partial class CodeSigningConfigNotFoundException : AmazonLambdaException
{
    public CodeSigningConfigNotFoundException(string message)
        : base(message) { }

    public CodeSigningConfigNotFoundException(string message, Exception innerException)
        : base(message, innerException) { }

    public CodeSigningConfigNotFoundException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }
}

/// <summary>The account's room for code is used up.</summary>
public partial class CodeStorageExceededException : AmazonLambdaException
{
    public CodeStorageExceededException(string message)
        : base(message) { }

    public CodeStorageExceededException(string message, Exception innerException)
        : base(message, innerException) { }

    public CodeStorageExceededException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }
}

/// <summary>The code's signature does not hold.</summary>
public partial class CodeVerificationFailedException : AmazonLambdaException
{
    public CodeVerificationFailedException(string message)
        : base(message) { }

    public CodeVerificationFailedException(string message, Exception innerException)
        : base(message, innerException) { }

    public CodeVerificationFailedException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }
}

/// <summary>The durable execution has started already.</summary>
public partial class DurableExecutionAlreadyStartedException : AmazonLambdaException
{
    public DurableExecutionAlreadyStartedException(string message)
        : base(message) { }

    public DurableExecutionAlreadyStartedException(string message, Exception innerException)
        : base(message, innerException) { }

    public DurableExecutionAlreadyStartedException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }
}

/// <summary>The function's role may not make network interfaces.</summary>
public partial class EC2AccessDeniedException : AmazonLambdaException
{
    public EC2AccessDeniedException(string message)
        : base(message) { }

    public EC2AccessDeniedException(string message, Exception innerException)
        : base(message, innerException) { }

    public EC2AccessDeniedException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }
}

/// <summary>EC2 was asked too often.</summary>
public partial class EC2ThrottledException : AmazonLambdaException
{
    public EC2ThrottledException(string message)
        : base(message) { }

    public EC2ThrottledException(string message, Exception innerException)
        : base(message, innerException) { }

    public EC2ThrottledException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }
}

/// <summary>EC2 failed.</summary>
public partial class EC2UnexpectedException : AmazonLambdaException
{
    public EC2UnexpectedException(string message)
        : base(message) { }

    public EC2UnexpectedException(string message, Exception innerException)
        : base(message, innerException) { }

    public EC2UnexpectedException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string EC2ErrorCode { get; set; }

    public string Type { get; set; }
}

/// <summary>The file system failed.</summary>
public partial class EFSIOException : AmazonLambdaException
{
    public EFSIOException(string message)
        : base(message) { }

    public EFSIOException(string message, Exception innerException)
        : base(message, innerException) { }

    public EFSIOException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }
}

/// <summary>The file system was not reached.</summary>
public partial class EFSMountConnectivityException : AmazonLambdaException
{
    public EFSMountConnectivityException(string message)
        : base(message) { }

    public EFSMountConnectivityException(string message, Exception innerException)
        : base(message, innerException) { }

    public EFSMountConnectivityException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }
}

/// <summary>The file system could not be mounted.</summary>
public partial class EFSMountFailureException : AmazonLambdaException
{
    public EFSMountFailureException(string message)
        : base(message) { }

    public EFSMountFailureException(string message, Exception innerException)
        : base(message, innerException) { }

    public EFSMountFailureException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }
}

/// <summary>Mounting the file system took too long.</summary>
public partial class EFSMountTimeoutException : AmazonLambdaException
{
    public EFSMountTimeoutException(string message)
        : base(message) { }

    public EFSMountTimeoutException(string message, Exception innerException)
        : base(message, innerException) { }

    public EFSMountTimeoutException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }
}

/// <summary>The network has no room for an interface.</summary>
public partial class ENILimitReachedException : AmazonLambdaException
{
    public ENILimitReachedException(string message)
        : base(message) { }

    public ENILimitReachedException(string message, Exception innerException)
        : base(message, innerException) { }

    public ENILimitReachedException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }
}

/// <summary>The capacity provider has its most versions already.</summary>
public partial class FunctionVersionsPerCapacityProviderLimitExceededException : AmazonLambdaException
{
    public FunctionVersionsPerCapacityProviderLimitExceededException(string message)
        : base(message) { }

    public FunctionVersionsPerCapacityProviderLimitExceededException(string message, Exception innerException)
        : base(message, innerException) { }

    public FunctionVersionsPerCapacityProviderLimitExceededException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }
}

/// <summary>The code's signature is not valid.</summary>
public partial class InvalidCodeSignatureException : AmazonLambdaException
{
    public InvalidCodeSignatureException(string message)
        : base(message) { }

    public InvalidCodeSignatureException(string message, Exception innerException)
        : base(message, innerException) { }

    public InvalidCodeSignatureException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }
}

/// <summary>A parameter is not valid.</summary>
public partial class InvalidParameterValueException : AmazonLambdaException
{
    public InvalidParameterValueException(string message)
        : base(message) { }

    public InvalidParameterValueException(string message, Exception innerException)
        : base(message, innerException) { }

    public InvalidParameterValueException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }
}

/// <summary>The body is no JSON.</summary>
public partial class InvalidRequestContentException : AmazonLambdaException
{
    public InvalidRequestContentException(string message)
        : base(message) { }

    public InvalidRequestContentException(string message, Exception innerException)
        : base(message, innerException) { }

    public InvalidRequestContentException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }
}

/// <summary>The runtime is not supported.</summary>
public partial class InvalidRuntimeException : AmazonLambdaException
{
    public InvalidRuntimeException(string message)
        : base(message) { }

    public InvalidRuntimeException(string message, Exception innerException)
        : base(message, innerException) { }

    public InvalidRuntimeException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }
}

/// <summary>There is no such security group.</summary>
public partial class InvalidSecurityGroupIDException : AmazonLambdaException
{
    public InvalidSecurityGroupIDException(string message)
        : base(message) { }

    public InvalidSecurityGroupIDException(string message, Exception innerException)
        : base(message, innerException) { }

    public InvalidSecurityGroupIDException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }
}

/// <summary>There is no such subnet.</summary>
public partial class InvalidSubnetIDException : AmazonLambdaException
{
    public InvalidSubnetIDException(string message)
        : base(message) { }

    public InvalidSubnetIDException(string message, Exception innerException)
        : base(message, innerException) { }

    public InvalidSubnetIDException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }
}

/// <summary>The code is no zip that can be opened.</summary>
public partial class InvalidZipFileException : AmazonLambdaException
{
    public InvalidZipFileException(string message)
        : base(message) { }

    public InvalidZipFileException(string message, Exception innerException)
        : base(message, innerException) { }

    public InvalidZipFileException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }
}

/// <summary>The function's role may not use the key.</summary>
public partial class KMSAccessDeniedException : AmazonLambdaException
{
    public KMSAccessDeniedException(string message)
        : base(message) { }

    public KMSAccessDeniedException(string message, Exception innerException)
        : base(message, innerException) { }

    public KMSAccessDeniedException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }
}

/// <summary>The key is disabled.</summary>
public partial class KMSDisabledException : AmazonLambdaException
{
    public KMSDisabledException(string message)
        : base(message) { }

    public KMSDisabledException(string message, Exception innerException)
        : base(message, innerException) { }

    public KMSDisabledException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }
}

/// <summary>The key cannot be used now.</summary>
public partial class KMSInvalidStateException : AmazonLambdaException
{
    public KMSInvalidStateException(string message)
        : base(message) { }

    public KMSInvalidStateException(string message, Exception innerException)
        : base(message, innerException) { }

    public KMSInvalidStateException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }
}

/// <summary>There is no such key.</summary>
public partial class KMSNotFoundException : AmazonLambdaException
{
    public KMSNotFoundException(string message)
        : base(message) { }

    public KMSNotFoundException(string message, Exception innerException)
        : base(message, innerException) { }

    public KMSNotFoundException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }
}

/// <summary>The function has no published version.</summary>
public partial class NoPublishedVersionException : AmazonLambdaException
{
    public NoPublishedVersionException(string message)
        : base(message) { }

    public NoPublishedVersionException(string message, Exception innerException)
        : base(message, innerException) { }

    public NoPublishedVersionException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }
}

/// <summary>The function's policy is too long.</summary>
public partial class PolicyLengthExceededException : AmazonLambdaException
{
    public PolicyLengthExceededException(string message)
        : base(message) { }

    public PolicyLengthExceededException(string message, Exception innerException)
        : base(message, innerException) { }

    public PolicyLengthExceededException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }
}

/// <summary>The revision is another one by now.</summary>
public partial class PreconditionFailedException : AmazonLambdaException
{
    public PreconditionFailedException(string message)
        : base(message) { }

    public PreconditionFailedException(string message, Exception innerException)
        : base(message, innerException) { }

    public PreconditionFailedException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }
}

/// <summary>The function calls itself without end.</summary>
public partial class RecursiveInvocationException : AmazonLambdaException
{
    public RecursiveInvocationException(string message)
        : base(message) { }

    public RecursiveInvocationException(string message, Exception innerException)
        : base(message, innerException) { }

    public RecursiveInvocationException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }
}

/// <summary>The input is too long.</summary>
public partial class RequestTooLargeException : AmazonLambdaException
{
    public RequestTooLargeException(string message)
        : base(message) { }

    public RequestTooLargeException(string message, Exception innerException)
        : base(message, innerException) { }

    public RequestTooLargeException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }
}

/// <summary>It is there already, or another change is under way.</summary>
public partial class ResourceConflictException : AmazonLambdaException
{
    public ResourceConflictException(string message)
        : base(message) { }

    public ResourceConflictException(string message, Exception innerException)
        : base(message, innerException) { }

    public ResourceConflictException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }
}

/// <summary>There is no such function, version or statement.</summary>
public partial class ResourceNotFoundException : AmazonLambdaException
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

    public string Type { get; set; }
}

/// <summary>The function is not active.</summary>
public partial class ResourceNotReadyException : AmazonLambdaException
{
    public ResourceNotReadyException(string message)
        : base(message) { }

    public ResourceNotReadyException(string message, Exception innerException)
        : base(message, innerException) { }

    public ResourceNotReadyException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }
}

/// <summary>The file system was not reached.</summary>
public partial class S3FilesMountConnectivityException : AmazonLambdaException
{
    public S3FilesMountConnectivityException(string message)
        : base(message) { }

    public S3FilesMountConnectivityException(string message, Exception innerException)
        : base(message, innerException) { }

    public S3FilesMountConnectivityException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }
}

/// <summary>The file system could not be mounted.</summary>
public partial class S3FilesMountFailureException : AmazonLambdaException
{
    public S3FilesMountFailureException(string message)
        : base(message) { }

    public S3FilesMountFailureException(string message, Exception innerException)
        : base(message, innerException) { }

    public S3FilesMountFailureException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }
}

/// <summary>Mounting the file system took too long.</summary>
public partial class S3FilesMountTimeoutException : AmazonLambdaException
{
    public S3FilesMountTimeoutException(string message)
        : base(message) { }

    public S3FilesMountTimeoutException(string message, Exception innerException)
        : base(message, innerException) { }

    public S3FilesMountTimeoutException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }
}

/// <summary>The input is too long once it is wrapped.</summary>
public partial class SerializedRequestEntityTooLargeException : AmazonLambdaException
{
    public SerializedRequestEntityTooLargeException(string message)
        : base(message) { }

    public SerializedRequestEntityTooLargeException(string message, Exception innerException)
        : base(message, innerException) { }

    public SerializedRequestEntityTooLargeException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }
}

/// <summary>The service failed.</summary>
public partial class ServiceException : AmazonLambdaException
{
    public ServiceException(string message)
        : base(message) { }

    public ServiceException(string message, Exception innerException)
        : base(message, innerException) { }

    public ServiceException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }
}

/// <summary>The function could not start from its snapshot.</summary>
public partial class SnapStartException : AmazonLambdaException
{
    public SnapStartException(string message)
        : base(message) { }

    public SnapStartException(string message, Exception innerException)
        : base(message, innerException) { }

    public SnapStartException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }
}

/// <summary>The snapshot is not ready.</summary>
public partial class SnapStartNotReadyException : AmazonLambdaException
{
    public SnapStartNotReadyException(string message)
        : base(message) { }

    public SnapStartNotReadyException(string message, Exception innerException)
        : base(message, innerException) { }

    public SnapStartNotReadyException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }
}

/// <summary>Starting from the snapshot took too long.</summary>
public partial class SnapStartTimeoutException : AmazonLambdaException
{
    public SnapStartTimeoutException(string message)
        : base(message) { }

    public SnapStartTimeoutException(string message, Exception innerException)
        : base(message, innerException) { }

    public SnapStartTimeoutException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }
}

/// <summary>The subnet has no address left.</summary>
public partial class SubnetIPAddressLimitReachedException : AmazonLambdaException
{
    public SubnetIPAddressLimitReachedException(string message)
        : base(message) { }

    public SubnetIPAddressLimitReachedException(string message, Exception innerException)
        : base(message, innerException) { }

    public SubnetIPAddressLimitReachedException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }
}

/// <summary>Too many calls.</summary>
public partial class TooManyRequestsException : AmazonLambdaException
{
    public TooManyRequestsException(string message)
        : base(message) { }

    public TooManyRequestsException(string message, Exception innerException)
        : base(message, innerException) { }

    public TooManyRequestsException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public ThrottleReason Reason { get; set; }

    public string Type { get; set; }
}

/// <summary>The input is of another type than JSON.</summary>
public partial class UnsupportedMediaTypeException : AmazonLambdaException
{
    public UnsupportedMediaTypeException(string message)
        : base(message) { }

    public UnsupportedMediaTypeException(string message, Exception innerException)
        : base(message, innerException) { }

    public UnsupportedMediaTypeException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public string Type { get; set; }
}

using System.Text.Json;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.StandIns;

namespace Amazon.Lambda.Wire;

/// <summary>Which exception each of the service's error codes becomes.</summary>
internal static class ServiceErrors
{
    public static AmazonServiceException Read(ErrorResponse error, JsonElement body)
    {
        var (message, inner, type, code) = (error.Message, error.InnerException, error.Type, error.Code);
        var (id, status) = (error.RequestId, error.StatusCode);
        return code switch
        {
            "CodeSigningConfigNotFoundException" => new CodeSigningConfigNotFoundException(
                message,
                inner,
                type,
                code,
                id,
                status
            )
            {
                Type = body.Text("Type"),
            },
            "CodeStorageExceededException" => new CodeStorageExceededException(message, inner, type, code, id, status)
            {
                Type = body.Text("Type"),
            },
            "CodeVerificationFailedException" => new CodeVerificationFailedException(
                message,
                inner,
                type,
                code,
                id,
                status
            )
            {
                Type = body.Text("Type"),
            },
            "DurableExecutionAlreadyStartedException" => new DurableExecutionAlreadyStartedException(
                message,
                inner,
                type,
                code,
                id,
                status
            )
            {
                Type = body.Text("Type"),
            },
            "EC2AccessDeniedException" => new EC2AccessDeniedException(message, inner, type, code, id, status)
            {
                Type = body.Text("Type"),
            },
            "EC2ThrottledException" => new EC2ThrottledException(message, inner, type, code, id, status)
            {
                Type = body.Text("Type"),
            },
            "EC2UnexpectedException" => new EC2UnexpectedException(message, inner, type, code, id, status)
            {
                EC2ErrorCode = body.Text("EC2ErrorCode"),
                Type = body.Text("Type"),
            },
            "EFSIOException" => new EFSIOException(message, inner, type, code, id, status) { Type = body.Text("Type") },
            "EFSMountConnectivityException" => new EFSMountConnectivityException(message, inner, type, code, id, status)
            {
                Type = body.Text("Type"),
            },
            "EFSMountFailureException" => new EFSMountFailureException(message, inner, type, code, id, status)
            {
                Type = body.Text("Type"),
            },
            "EFSMountTimeoutException" => new EFSMountTimeoutException(message, inner, type, code, id, status)
            {
                Type = body.Text("Type"),
            },
            "ENILimitReachedException" => new ENILimitReachedException(message, inner, type, code, id, status)
            {
                Type = body.Text("Type"),
            },
            "FunctionVersionsPerCapacityProviderLimitExceededException" =>
                new FunctionVersionsPerCapacityProviderLimitExceededException(message, inner, type, code, id, status)
                {
                    Type = body.Text("Type"),
                },
            "InvalidCodeSignatureException" => new InvalidCodeSignatureException(message, inner, type, code, id, status)
            {
                Type = body.Text("Type"),
            },
            "InvalidParameterValueException" => new InvalidParameterValueException(
                message,
                inner,
                type,
                code,
                id,
                status
            )
            {
                Type = body.Text("Type"),
            },
            "InvalidRequestContentException" => new InvalidRequestContentException(
                message,
                inner,
                type,
                code,
                id,
                status
            )
            {
                Type = body.Text("Type"),
            },
            "InvalidRuntimeException" => new InvalidRuntimeException(message, inner, type, code, id, status)
            {
                Type = body.Text("Type"),
            },
            "InvalidSecurityGroupIDException" => new InvalidSecurityGroupIDException(
                message,
                inner,
                type,
                code,
                id,
                status
            )
            {
                Type = body.Text("Type"),
            },
            "InvalidSubnetIDException" => new InvalidSubnetIDException(message, inner, type, code, id, status)
            {
                Type = body.Text("Type"),
            },
            "InvalidZipFileException" => new InvalidZipFileException(message, inner, type, code, id, status)
            {
                Type = body.Text("Type"),
            },
            "KMSAccessDeniedException" => new KMSAccessDeniedException(message, inner, type, code, id, status)
            {
                Type = body.Text("Type"),
            },
            "KMSDisabledException" => new KMSDisabledException(message, inner, type, code, id, status)
            {
                Type = body.Text("Type"),
            },
            "KMSInvalidStateException" => new KMSInvalidStateException(message, inner, type, code, id, status)
            {
                Type = body.Text("Type"),
            },
            "KMSNotFoundException" => new KMSNotFoundException(message, inner, type, code, id, status)
            {
                Type = body.Text("Type"),
            },
            "NoPublishedVersionException" => new NoPublishedVersionException(message, inner, type, code, id, status)
            {
                Type = body.Text("Type"),
            },
            "PolicyLengthExceededException" => new PolicyLengthExceededException(message, inner, type, code, id, status)
            {
                Type = body.Text("Type"),
            },
            "PreconditionFailedException" => new PreconditionFailedException(message, inner, type, code, id, status)
            {
                Type = body.Text("Type"),
            },
            "RecursiveInvocationException" => new RecursiveInvocationException(message, inner, type, code, id, status)
            {
                Type = body.Text("Type"),
            },
            "RequestTooLargeException" => new RequestTooLargeException(message, inner, type, code, id, status)
            {
                Type = body.Text("Type"),
            },
            "ResourceConflictException" => new ResourceConflictException(message, inner, type, code, id, status)
            {
                Type = body.Text("Type"),
            },
            "ResourceNotFoundException" => new ResourceNotFoundException(message, inner, type, code, id, status)
            {
                Type = body.Text("Type"),
            },
            "ResourceNotReadyException" => new ResourceNotReadyException(message, inner, type, code, id, status)
            {
                Type = body.Text("Type"),
            },
            "S3FilesMountConnectivityException" => new S3FilesMountConnectivityException(
                message,
                inner,
                type,
                code,
                id,
                status
            )
            {
                Type = body.Text("Type"),
            },
            "S3FilesMountFailureException" => new S3FilesMountFailureException(message, inner, type, code, id, status)
            {
                Type = body.Text("Type"),
            },
            "S3FilesMountTimeoutException" => new S3FilesMountTimeoutException(message, inner, type, code, id, status)
            {
                Type = body.Text("Type"),
            },
            "SerializedRequestEntityTooLargeException" => new SerializedRequestEntityTooLargeException(
                message,
                inner,
                type,
                code,
                id,
                status
            )
            {
                Type = body.Text("Type"),
            },
            "ServiceException" => new ServiceException(message, inner, type, code, id, status)
            {
                Type = body.Text("Type"),
            },
            "SnapStartException" => new SnapStartException(message, inner, type, code, id, status)
            {
                Type = body.Text("Type"),
            },
            "SnapStartNotReadyException" => new SnapStartNotReadyException(message, inner, type, code, id, status)
            {
                Type = body.Text("Type"),
            },
            "SnapStartTimeoutException" => new SnapStartTimeoutException(message, inner, type, code, id, status)
            {
                Type = body.Text("Type"),
            },
            "SubnetIPAddressLimitReachedException" => new SubnetIPAddressLimitReachedException(
                message,
                inner,
                type,
                code,
                id,
                status
            )
            {
                Type = body.Text("Type"),
            },
            "TooManyRequestsException" => new TooManyRequestsException(message, inner, type, code, id, status)
            {
                Reason = body.Text("Reason"),
                Type = body.Text("Type"),
            },
            "UnsupportedMediaTypeException" => new UnsupportedMediaTypeException(message, inner, type, code, id, status)
            {
                Type = body.Text("Type"),
            },
            _ => new AmazonLambdaException(message, inner, type, code, id, status),
        };
    }
}

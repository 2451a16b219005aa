using System.Text.Json;
using Amazon.KinesisVideo.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.StandIns;

namespace Amazon.KinesisVideo.Wire;

/// <summary>Which exception each of the service's error codes becomes.</summary>
internal static class ServiceErrors
{
    public static AmazonServiceException Read(ErrorResponse error, JsonElement body)
    {
        var (message, inner, type, code) = (error.Message, error.InnerException, error.Type, error.Code);
        var (id, status) = (error.RequestId, error.StatusCode);
        return code switch
        {
            "AccountStreamLimitExceededException" => new AccountStreamLimitExceededException(
                message,
                inner,
                type,
                code,
                id,
                status
            ),
            "ClientLimitExceededException" => new ClientLimitExceededException(message, inner, type, code, id, status),
            "DeviceStreamLimitExceededException" => new DeviceStreamLimitExceededException(
                message,
                inner,
                type,
                code,
                id,
                status
            ),
            "InvalidArgumentException" => new InvalidArgumentException(message, inner, type, code, id, status),
            "InvalidDeviceException" => new InvalidDeviceException(message, inner, type, code, id, status),
            "NotAuthorizedException" => new NotAuthorizedException(message, inner, type, code, id, status),
            "ResourceInUseException" => new ResourceInUseException(message, inner, type, code, id, status),
            "ResourceNotFoundException" => new ResourceNotFoundException(message, inner, type, code, id, status),
            "TagsPerResourceExceededLimitException" => new TagsPerResourceExceededLimitException(
                message,
                inner,
                type,
                code,
                id,
                status
            ),
            "VersionMismatchException" => new VersionMismatchException(message, inner, type, code, id, status),
            _ => new AmazonKinesisVideoException(message, inner, type, code, id, status),
        };
    }
}

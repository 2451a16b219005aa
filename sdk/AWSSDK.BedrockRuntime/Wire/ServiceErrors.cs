using System.Text.Json;
using Amazon.BedrockRuntime.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.StandIns;

namespace Amazon.BedrockRuntime.Wire;

/// <summary>Which exception each of the service's error codes becomes.</summary>
internal static class ServiceErrors
{
    /// <param name="code">The error's code, or the exception's type where it came within a stream.</param>
    public static AmazonServiceException Read(string code, ErrorResponse error, JsonElement body)
    {
        var (message, inner, type) = (error.Message, error.InnerException, error.Type);
        var (id, status) = (error.RequestId, error.StatusCode);
        return code switch
        {
            "AccessDeniedException" => new AccessDeniedException(message, inner, type, error.Code, id, status),
            "InternalServerException" => new InternalServerException(message, inner, type, error.Code, id, status),
            "ModelErrorException" => new ModelErrorException(message, inner, type, error.Code, id, status)
            {
                OriginalStatusCode = body.Number("originalStatusCode"),
                ResourceName = body.Text("resourceName"),
            },
            "ModelNotReadyException" => new ModelNotReadyException(message, inner, type, error.Code, id, status),
            "ModelStreamErrorException" => new ModelStreamErrorException(message, inner, type, error.Code, id, status)
            {
                OriginalMessage = body.Text("originalMessage"),
                OriginalStatusCode = body.Number("originalStatusCode"),
            },
            "ModelTimeoutException" => new ModelTimeoutException(message, inner, type, error.Code, id, status),
            "ResourceNotFoundException" => new ResourceNotFoundException(message, inner, type, error.Code, id, status),
            "ServiceQuotaExceededException" => new ServiceQuotaExceededException(
                message,
                inner,
                type,
                error.Code,
                id,
                status
            ),
            "ServiceUnavailableException" => new ServiceUnavailableException(
                message,
                inner,
                type,
                error.Code,
                id,
                status
            ),
            "ThrottlingException" => new ThrottlingException(message, inner, type, error.Code, id, status),
            "ValidationException" => new ValidationException(message, inner, type, error.Code, id, status),
            _ => new AmazonBedrockRuntimeException(message, inner, type, error.Code, id, status),
        };
    }
}

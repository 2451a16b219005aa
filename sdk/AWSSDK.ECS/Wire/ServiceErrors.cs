using System.Text.Json;
using Amazon.ECS.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.StandIns;

namespace Amazon.ECS.Wire;

/// <summary>Which exception each of the service's error codes becomes.</summary>
internal static class ServiceErrors
{
    public static AmazonServiceException Read(ErrorResponse error, JsonElement body)
    {
        var (message, inner, type, code) = (error.Message, error.InnerException, error.Type, error.Code);
        var (id, status) = (error.RequestId, error.StatusCode);
        return code switch
        {
            "AccessDeniedException" => new AccessDeniedException(message, inner, type, code, id, status),
            "BlockedException" => new BlockedException(message, inner, type, code, id, status),
            "ClientException" => new ClientException(message, inner, type, code, id, status),
            "ClusterNotFoundException" => new ClusterNotFoundException(message, inner, type, code, id, status),
            "ConflictException" => new ConflictException(message, inner, type, code, id, status)
            {
                ResourceIds = body.Texts("resourceIds"),
            },
            "InvalidParameterException" => new InvalidParameterException(message, inner, type, code, id, status),
            "LimitExceededException" => new LimitExceededException(message, inner, type, code, id, status),
            "NamespaceNotFoundException" => new NamespaceNotFoundException(message, inner, type, code, id, status),
            "PlatformTaskDefinitionIncompatibilityException" => new PlatformTaskDefinitionIncompatibilityException(
                message,
                inner,
                type,
                code,
                id,
                status
            ),
            "PlatformUnknownException" => new PlatformUnknownException(message, inner, type, code, id, status),
            "ServerException" => new ServerException(message, inner, type, code, id, status),
            "ServiceNotActiveException" => new ServiceNotActiveException(message, inner, type, code, id, status),
            "ServiceNotFoundException" => new ServiceNotFoundException(message, inner, type, code, id, status),
            "UnsupportedFeatureException" => new UnsupportedFeatureException(message, inner, type, code, id, status),
            _ => new AmazonECSException(message, inner, type, code, id, status),
        };
    }
}

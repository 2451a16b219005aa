using System.Text.Json;
using Amazon.ECR.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.StandIns;

namespace Amazon.ECR.Wire;

/// <summary>Which exception each of the service's error codes becomes.</summary>
internal static class ServiceErrors
{
    public static AmazonServiceException Read(ErrorResponse error, JsonElement body)
    {
        var (message, inner, type, code) = (error.Message, error.InnerException, error.Type, error.Code);
        var (id, status) = (error.RequestId, error.StatusCode);
        return code switch
        {
            "ImageNotFoundException" => new ImageNotFoundException(message, inner, type, code, id, status),
            "InvalidParameterException" => new InvalidParameterException(message, inner, type, code, id, status),
            "RepositoryNotFoundException" => new RepositoryNotFoundException(message, inner, type, code, id, status),
            "ServerException" => new ServerException(message, inner, type, code, id, status),
            _ => new AmazonECRException(message, inner, type, code, id, status),
        };
    }
}

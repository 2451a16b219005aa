using System.Text.Json;
using Amazon.CloudWatchLogs.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.StandIns;

namespace Amazon.CloudWatchLogs.Wire;

/// <summary>Which exception each of the service's error codes becomes.</summary>
internal static class ServiceErrors
{
    public static AmazonServiceException Read(ErrorResponse error, JsonElement body)
    {
        var (message, inner, type, code) = (error.Message, error.InnerException, error.Type, error.Code);
        var (id, status) = (error.RequestId, error.StatusCode);
        return code switch
        {
            "InvalidParameterException" => new InvalidParameterException(message, inner, type, code, id, status),
            "ResourceNotFoundException" => new ResourceNotFoundException(message, inner, type, code, id, status),
            "ServiceUnavailableException" => new ServiceUnavailableException(message, inner, type, code, id, status),
            _ => new AmazonCloudWatchLogsException(message, inner, type, code, id, status),
        };
    }
}

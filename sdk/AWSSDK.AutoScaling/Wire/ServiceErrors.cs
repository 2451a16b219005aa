using Amazon.AutoScaling.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.AutoScaling.Wire;

/// <summary>Which exception each of the service's error codes becomes.</summary>
internal static class ServiceErrors
{
    public static AmazonServiceException Read(ErrorResponse error)
    {
        var (message, inner, type, code) = (error.Message, error.InnerException, error.Type, error.Code);
        var (id, status) = (error.RequestId, error.StatusCode);
        return code switch
        {
            "InvalidNextToken" => new InvalidNextTokenException(message, inner, type, code, id, status),
            "ResourceContention" => new ResourceContentionException(message, inner, type, code, id, status),
            "LimitExceeded" => new LimitExceededException(message, inner, type, code, id, status),
            "ScalingActivityInProgress" => new ScalingActivityInProgressException(
                message,
                inner,
                type,
                code,
                id,
                status
            ),
            "ServiceLinkedRoleFailure" => new ServiceLinkedRoleFailureException(message, inner, type, code, id, status),
            _ => new AmazonAutoScalingException(message, inner, type, code, id, status),
        };
    }
}

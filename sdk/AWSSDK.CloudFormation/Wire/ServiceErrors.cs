using Amazon.CloudFormation.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.CloudFormation.Wire;

/// <summary>Which exception each of the service's error codes becomes.</summary>
internal static class ServiceErrors
{
    public static AmazonServiceException Read(ErrorResponse error)
    {
        var (message, inner, type, code) = (error.Message, error.InnerException, error.Type, error.Code);
        var (id, status) = (error.RequestId, error.StatusCode);
        return code switch
        {
            "AlreadyExistsException" => new AlreadyExistsException(message, inner, type, code, id, status),
            "ChangeSetNotFound" => new ChangeSetNotFoundException(message, inner, type, code, id, status),
            "InsufficientCapabilitiesException" => new InsufficientCapabilitiesException(
                message,
                inner,
                type,
                code,
                id,
                status
            ),
            "InvalidChangeSetStatus" => new InvalidChangeSetStatusException(message, inner, type, code, id, status),
            "LimitExceededException" => new LimitExceededException(message, inner, type, code, id, status),
            "TokenAlreadyExistsException" => new TokenAlreadyExistsException(message, inner, type, code, id, status),
            _ => new AmazonCloudFormationException(message, inner, type, code, id, status),
        };
    }
}

using System.Text.Json;
using Amazon.Connect.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.StandIns;

namespace Amazon.Connect.Wire;

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
            "ContactFlowNotPublishedException" => new ContactFlowNotPublishedException(
                message,
                inner,
                type,
                code,
                id,
                status
            ),
            "DuplicateResourceException" => new DuplicateResourceException(message, inner, type, code, id, status),
            "IdempotencyException" => new IdempotencyException(message, inner, type, code, id, status),
            "InternalServiceException" => new InternalServiceException(message, inner, type, code, id, status),
            "InvalidContactFlowException" => new InvalidContactFlowException(message, inner, type, code, id, status)
            {
                Problems = body.List("problems", Answers.ProblemDetailOf),
            },
            "InvalidContactFlowModuleException" => new InvalidContactFlowModuleException(
                message,
                inner,
                type,
                code,
                id,
                status
            )
            {
                Problems = body.List("Problems", Answers.ProblemDetailOf),
            },
            "InvalidParameterException" => new InvalidParameterException(message, inner, type, code, id, status),
            "InvalidRequestException" => new InvalidRequestException(message, inner, type, code, id, status)
            {
                Reason = body.Object("Reason", Answers.InvalidRequestExceptionReasonOf),
            },
            "LimitExceededException" => new LimitExceededException(message, inner, type, code, id, status),
            "ResourceConflictException" => new ResourceConflictException(message, inner, type, code, id, status),
            "ResourceNotFoundException" => new ResourceNotFoundException(message, inner, type, code, id, status),
            "ServiceQuotaExceededException" => new ServiceQuotaExceededException(message, inner, type, code, id, status)
            {
                Reason = body.Object("Reason", Answers.ServiceQuotaExceededExceptionReasonOf),
            },
            "ThrottlingException" => new ThrottlingException(message, inner, type, code, id, status),
            _ => new AmazonConnectException(message, inner, type, code, id, status),
        };
    }
}

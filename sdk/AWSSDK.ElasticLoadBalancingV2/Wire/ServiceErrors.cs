using Amazon.ElasticLoadBalancingV2.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.ElasticLoadBalancingV2.Wire;

/// <summary>Which exception each of the service's error codes becomes.</summary>
internal static class ServiceErrors
{
    public static AmazonServiceException Read(ErrorResponse error)
    {
        var (message, inner, type, code) = (error.Message, error.InnerException, error.Type, error.Code);
        var (id, status) = (error.RequestId, error.StatusCode);
        return code switch
        {
            "HealthUnavailable" => new HealthUnavailableException(message, inner, type, code, id, status),
            "InvalidTarget" => new InvalidTargetException(message, inner, type, code, id, status),
            "LoadBalancerNotFound" => new LoadBalancerNotFoundException(message, inner, type, code, id, status),
            "TargetGroupNotFound" => new TargetGroupNotFoundException(message, inner, type, code, id, status),
            _ => new AmazonElasticLoadBalancingV2Exception(message, inner, type, code, id, status),
        };
    }
}

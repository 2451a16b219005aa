using System;
using System.Net;
using Amazon.Runtime;

namespace Amazon.ElasticLoadBalancingV2.Model;

/// <summary>The health of the targets is not known now.</summary>
public partial class HealthUnavailableException : AmazonElasticLoadBalancingV2Exception
{
    public HealthUnavailableException(string message)
        : base(message) { }

    public HealthUnavailableException(string message, Exception innerException)
        : base(message, innerException) { }

    public HealthUnavailableException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>There is no such target.</summary>
public partial class InvalidTargetException : AmazonElasticLoadBalancingV2Exception
{
    public InvalidTargetException(string message)
        : base(message) { }

    public InvalidTargetException(string message, Exception innerException)
        : base(message, innerException) { }

    public InvalidTargetException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>There is no such load balancer.</summary>
public partial class LoadBalancerNotFoundException : AmazonElasticLoadBalancingV2Exception
{
    public LoadBalancerNotFoundException(string message)
        : base(message) { }

    public LoadBalancerNotFoundException(string message, Exception innerException)
        : base(message, innerException) { }

    public LoadBalancerNotFoundException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

/// <summary>There is no such target group.</summary>
public partial class TargetGroupNotFoundException : AmazonElasticLoadBalancingV2Exception
{
    public TargetGroupNotFoundException(string message)
        : base(message) { }

    public TargetGroupNotFoundException(string message, Exception innerException)
        : base(message, innerException) { }

    public TargetGroupNotFoundException(
        string message,
        Exception innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}

using System;
using System.Threading;
using System.Threading.Tasks;
using Amazon.ElasticLoadBalancingV2.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.ElasticLoadBalancingV2;

/// <summary>Elastic Load Balancing v2: the operations that SonicBridge uses.</summary>
public partial interface IAmazonElasticLoadBalancingV2 : IAmazonService, IDisposable
{
    /// <summary>Describes target groups.</summary>
    Task<DescribeTargetGroupsResponse> DescribeTargetGroupsAsync(
        DescribeTargetGroupsRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Tells how the targets of a target group do.</summary>
    Task<DescribeTargetHealthResponse> DescribeTargetHealthAsync(
        DescribeTargetHealthRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>The endpoint that a request would go to.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonElasticLoadBalancingV2Config();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(
        AWSCredentials awsCredentials,
        ClientConfig clientConfig
    ) => new AmazonElasticLoadBalancingV2Client(awsCredentials, (AmazonElasticLoadBalancingV2Config)clientConfig);
}

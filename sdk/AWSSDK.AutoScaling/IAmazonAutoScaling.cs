using System;
using System.Threading;
using System.Threading.Tasks;
using Amazon.AutoScaling.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.AutoScaling;

/// <summary>Amazon EC2 Auto Scaling: the operations that SonicBridge uses.</summary>
public partial interface IAmazonAutoScaling : IAmazonService, IDisposable
{
    /// <summary>Tells how Auto Scaling groups stand.</summary>
    Task<DescribeAutoScalingGroupsResponse> DescribeAutoScalingGroupsAsync(
        DescribeAutoScalingGroupsRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Sets whether instances may be taken away when their group shrinks.</summary>
    Task<SetInstanceProtectionResponse> SetInstanceProtectionAsync(
        SetInstanceProtectionRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Changes a group; what is not given stays.</summary>
    Task<UpdateAutoScalingGroupResponse> UpdateAutoScalingGroupAsync(
        UpdateAutoScalingGroupRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>The endpoint that a request would go to.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonAutoScalingConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(
        AWSCredentials awsCredentials,
        ClientConfig clientConfig
    ) => new AmazonAutoScalingClient(awsCredentials, (AmazonAutoScalingConfig)clientConfig);
}

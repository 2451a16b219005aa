using System;
using System.Threading;
using System.Threading.Tasks;
using Amazon.ECR.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.ECR;

/// <summary>Amazon ECR: the operations that SonicBridge uses.</summary>
public partial interface IAmazonECR : IAmazonService, IDisposable
{
    /// <summary>Describes the images of a repository.</summary>
    Task<DescribeImagesResponse> DescribeImagesAsync(
        DescribeImagesRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>The endpoint that a request would go to.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonECRConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(
        AWSCredentials awsCredentials,
        ClientConfig clientConfig
    ) => new AmazonECRClient(awsCredentials, (AmazonECRConfig)clientConfig);
}

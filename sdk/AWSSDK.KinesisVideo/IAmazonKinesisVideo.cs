using System;
using System.Threading;
using System.Threading.Tasks;
using Amazon.KinesisVideo.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.KinesisVideo;

/// <summary>Kinesis Video Streams: the operations that SonicBridge uses.</summary>
public partial interface IAmazonKinesisVideo : IAmazonService, IDisposable
{
    /// <summary>Tells where a stream's data is to be read or written.</summary>
    Task<GetDataEndpointResponse> GetDataEndpointAsync(
        GetDataEndpointRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>The endpoint that a request would go to.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonKinesisVideoConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(
        AWSCredentials awsCredentials,
        ClientConfig clientConfig
    ) => new AmazonKinesisVideoClient(awsCredentials, (AmazonKinesisVideoConfig)clientConfig);
}

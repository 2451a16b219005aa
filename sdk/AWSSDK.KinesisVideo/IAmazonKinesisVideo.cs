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
    /// <summary>Makes a stream.</summary>
    Task<CreateStreamResponse> CreateStreamAsync(
        CreateStreamRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Deletes a stream and what it has kept.</summary>
    Task<DeleteStreamResponse> DeleteStreamAsync(
        DeleteStreamRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Tells how a stream stands.</summary>
    Task<DescribeStreamResponse> DescribeStreamAsync(
        DescribeStreamRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Gives the address of a stream's data.</summary>
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

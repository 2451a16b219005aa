using System;
using System.Threading;
using System.Threading.Tasks;
using Amazon.KinesisVideoMedia.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.KinesisVideoMedia;

/// <summary>Kinesis Video Streams media: the operations that SonicBridge uses.</summary>
public partial interface IAmazonKinesisVideoMedia : IAmazonService, IDisposable
{
    /// <summary>Reads a stream's media as it arrives, from a chosen start on.</summary>
    Task<GetMediaResponse> GetMediaAsync(GetMediaRequest request, CancellationToken cancellationToken = default);

    /// <summary>The endpoint that a request would go to.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonKinesisVideoMediaConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(
        AWSCredentials awsCredentials,
        ClientConfig clientConfig
    ) => new AmazonKinesisVideoMediaClient(awsCredentials, (AmazonKinesisVideoMediaConfig)clientConfig);
}

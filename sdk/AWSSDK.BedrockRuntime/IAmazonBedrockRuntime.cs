using System;
using System.Threading;
using System.Threading.Tasks;
using Amazon.BedrockRuntime.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;

namespace Amazon.BedrockRuntime;

/// <summary>The Amazon Bedrock runtime: the operations that SonicBridge uses.</summary>
public partial interface IAmazonBedrockRuntime : IAmazonService, IDisposable
{
    /// <summary>Opens a stream in both directions to a model.</summary>
    Task<InvokeModelWithBidirectionalStreamResponse> InvokeModelWithBidirectionalStreamAsync(
        InvokeModelWithBidirectionalStreamRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>The endpoint that a request would go to.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonBedrockRuntimeConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(
        AWSCredentials awsCredentials,
        ClientConfig clientConfig
    ) => new AmazonBedrockRuntimeClient(awsCredentials, (AmazonBedrockRuntimeConfig)clientConfig);
}

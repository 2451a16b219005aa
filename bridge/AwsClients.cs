using Amazon;
using Amazon.BedrockRuntime;
using Amazon.KinesisVideo;
using Amazon.KinesisVideoMedia;
using Amazon.Lambda;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using Amazon.S3;
using Amazon.StepFunctions;
using SonicBridge.Bridge.Sonic;

namespace SonicBridge.Bridge;

/// <summary>The clients of one bridge, over one pool of connections.</summary>
internal sealed class AwsClients(string region) : IDisposable
{
    /// <summary>A caller waits: what has not been answered by then is better asked again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly RegionEndpoint _region = RegionEndpoint.GetBySystemName(region);
    private readonly HttpConnections _connections = new();
    private AmazonBedrockRuntimeClient? _bedrock;

    public IAmazonS3 S3 => field ??= new AmazonS3Client(Configure(new AmazonS3Config()));

    public IAmazonStepFunctions StepFunctions =>
        field ??= new AmazonStepFunctionsClient(Configure(new AmazonStepFunctionsConfig()));

    /// <summary>For tools: each has a time limit of its own, and what may have been done once is not done again.</summary>
    public IAmazonLambda Lambda
    {
        get
        {
            if (field is null)
            {
                var config = Configure(new AmazonLambdaConfig());
                (config.Timeout, config.MaxErrorRetry) = (Timeout.InfiniteTimeSpan, 0);
                field = new AmazonLambdaClient(config);
            }

            return field;
        }
    }

    public IAmazonKinesisVideo KinesisVideo =>
        field ??= new AmazonKinesisVideoClient(Configure(new AmazonKinesisVideoConfig()));

    /// <summary>
    /// The model, signed for by one key: the SDK replaces temporary credentials before they end, in the midst of a stream
    /// too, which is chained to the key that it was opened with.
    /// </summary>
    public async Task<ModelAccess> ReachModelAsync()
    {
        var credentials = DefaultAWSCredentialsIdentityResolver.GetCredentials();
        var key = await credentials.GetCredentialsAsync();
        return credentials.Expiration is { } end
            ? new ModelAccess(
                new AmazonBedrockRuntimeClient(
                    new SessionAWSCredentials(key.AccessKey, key.SecretKey, key.Token),
                    BedrockConfig()
                ),
                new DateTimeOffset(end.ToUniversalTime())
            )
            : new ModelAccess(_bedrock ??= new AmazonBedrockRuntimeClient(BedrockConfig()), null);
    }

    /// <summary>A client for an endpoint that GetDataEndpoint named.</summary>
    public IAmazonKinesisVideoMedia MediaAt(string endpoint)
    {
        var config = Configure(new AmazonKinesisVideoMediaConfig());
        config.ServiceURL = endpoint;
        config.AuthenticationRegion = region;
        // The reader has a pace of its own.
        config.MaxErrorRetry = 0;
        return new AmazonKinesisVideoMediaClient(config);
    }

    public void Dispose() => _connections.Dispose();

    private AmazonBedrockRuntimeConfig BedrockConfig()
    {
        var config = Configure(new AmazonBedrockRuntimeConfig());
        // The session has a patience of its own.
        config.Timeout = Timeout.InfiniteTimeSpan;
        return config;
    }

    private T Configure<T>(T config)
        where T : ClientConfig
    {
        config.RegionEndpoint = _region;
        config.HttpClientFactory = _connections;
        config.Timeout = Patience;
        config.MaxErrorRetry = 3;
        return config;
    }
}

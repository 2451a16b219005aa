using System.Threading;
using System.Threading.Tasks;
using Amazon.CloudWatchLogs.Model;
using Amazon.CloudWatchLogs.Wire;
using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.StandIns;

namespace Amazon.CloudWatchLogs;

/// <summary>A client of Amazon CloudWatch Logs. It may be shared between threads.</summary>
public partial class AmazonCloudWatchLogsClient : AmazonServiceClient, IAmazonCloudWatchLogs
{
    /// <summary>Takes credentials and region from the environment.</summary>
    public AmazonCloudWatchLogsClient()
        : this(new AmazonCloudWatchLogsConfig()) { }

    public AmazonCloudWatchLogsClient(RegionEndpoint region)
        : this(new AmazonCloudWatchLogsConfig { RegionEndpoint = region }) { }

    public AmazonCloudWatchLogsClient(AmazonCloudWatchLogsConfig config)
        : base(config) { }

    public AmazonCloudWatchLogsClient(AWSCredentials credentials)
        : this(credentials, new AmazonCloudWatchLogsConfig()) { }

    public AmazonCloudWatchLogsClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonCloudWatchLogsConfig { RegionEndpoint = region }) { }

    public AmazonCloudWatchLogsClient(AWSCredentials credentials, AmazonCloudWatchLogsConfig clientConfig)
        : base(credentials, clientConfig) { }

    protected override IServiceMetadata ServiceMetadata { get; } =
        new ServiceName(AmazonCloudWatchLogsConfig.ServiceId);

    public virtual Task<FilterLogEventsResponse> FilterLogEventsAsync(
        FilterLogEventsRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<FilterLogEventsResponse>(request, Operations.FilterLogEvents, cancellationToken);

    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) =>
        pipeline.UseService(AuthSchemeOption.DEFAULT_SIGV4);
}

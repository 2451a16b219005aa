using System.Threading;
using System.Threading.Tasks;
using Amazon.CloudWatch.Model;
using Amazon.CloudWatch.Wire;
using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.StandIns;

namespace Amazon.CloudWatch;

/// <summary>A client of Amazon CloudWatch. It may be shared between threads.</summary>
public partial class AmazonCloudWatchClient : AmazonServiceClient, IAmazonCloudWatch
{
    /// <summary>Takes credentials and region from the environment.</summary>
    public AmazonCloudWatchClient()
        : this(new AmazonCloudWatchConfig()) { }

    public AmazonCloudWatchClient(RegionEndpoint region)
        : this(new AmazonCloudWatchConfig { RegionEndpoint = region }) { }

    public AmazonCloudWatchClient(AmazonCloudWatchConfig config)
        : base(config) { }

    public AmazonCloudWatchClient(AWSCredentials credentials)
        : this(credentials, new AmazonCloudWatchConfig()) { }

    public AmazonCloudWatchClient(AWSCredentials credentials, RegionEndpoint region)
        : this(credentials, new AmazonCloudWatchConfig { RegionEndpoint = region }) { }

    public AmazonCloudWatchClient(AWSCredentials credentials, AmazonCloudWatchConfig clientConfig)
        : base(credentials, clientConfig) { }

    protected override IServiceMetadata ServiceMetadata { get; } = new ServiceName(AmazonCloudWatchConfig.ServiceId);

    public virtual Task<DescribeAlarmsResponse> DescribeAlarmsAsync(
        DescribeAlarmsRequest request,
        CancellationToken cancellationToken = default
    ) => InvokeAsync<DescribeAlarmsResponse>(request, Operations.DescribeAlarms, cancellationToken);

    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) =>
        pipeline.UseService(AuthSchemeOption.DEFAULT_SIGV4);
}

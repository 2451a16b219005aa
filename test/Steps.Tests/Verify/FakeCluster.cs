using Amazon;
using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.Runtime;
using Task = System.Threading.Tasks.Task;

namespace SonicBridge.Steps.Tests.Verify;

/// <summary>ECS with one cluster, its instances and the bridge's task definition.</summary>
internal sealed class FakeCluster()
    : AmazonECSClient(new BasicAWSCredentials("nobody", "nothing"), RegionEndpoint.USEast1)
{
    public string? Status { get; set; } = "ACTIVE";
    public List<ContainerInstance> Instances { get; } = [];

    public TaskDefinition Bridge { get; } =
        new()
        {
            TaskDefinitionArn = "arn:task-definition/nova-sonic-bridge:9",
            RequiresCompatibilities = ["EC2"],
            ContainerDefinitions = [new ContainerDefinition { Cpu = 256, MemoryReservation = 128 }],
        };

    public FakeCluster WithInstance(int cpu, int memory, bool connected = true, int registeredCpu = 2048)
    {
        Instances.Add(
            new ContainerInstance
            {
                ContainerInstanceArn = $"arn:container-instance/{Instances.Count}",
                Ec2InstanceId = $"i-{Instances.Count}",
                AgentConnected = connected,
                RegisteredResources = Resources(registeredCpu, 3800),
                RemainingResources = Resources(cpu, memory),
            }
        );
        return this;
    }

    public override Task<DescribeClustersResponse> DescribeClustersAsync(
        DescribeClustersRequest request,
        CancellationToken cancellationToken = default
    ) =>
        Task.FromResult(
            new DescribeClustersResponse
            {
                Clusters = Status is null
                    ? null!
                    : [new Cluster { ClusterName = request.Clusters[0], Status = Status }],
            }
        );

    public override Task<ListContainerInstancesResponse> ListContainerInstancesAsync(
        ListContainerInstancesRequest request,
        CancellationToken cancellationToken = default
    )
    {
        // One on a page.
        var start = request.NextToken is { } token ? int.Parse(token, null) : 0;
        return Task.FromResult(
            new ListContainerInstancesResponse
            {
                ContainerInstanceArns = [.. Instances.Skip(start).Take(1).Select(one => one.ContainerInstanceArn)],
                NextToken = start + 1 < Instances.Count ? $"{start + 1}" : null,
            }
        );
    }

    public override Task<DescribeContainerInstancesResponse> DescribeContainerInstancesAsync(
        DescribeContainerInstancesRequest request,
        CancellationToken cancellationToken = default
    ) =>
        Task.FromResult(
            new DescribeContainerInstancesResponse
            {
                ContainerInstances =
                [
                    .. Instances.Where(one => request.ContainerInstances.Contains(one.ContainerInstanceArn)),
                ],
            }
        );

    public override Task<DescribeTaskDefinitionResponse> DescribeTaskDefinitionAsync(
        DescribeTaskDefinitionRequest request,
        CancellationToken cancellationToken = default
    ) => Task.FromResult(new DescribeTaskDefinitionResponse { TaskDefinition = Bridge });

    private static List<Resource> Resources(int cpu, int memory) =>
        [
            new() { Name = "CPU", IntegerValue = cpu },
            new() { Name = "MEMORY", IntegerValue = memory },
            new() { Name = "PORTS", StringSetValue = ["22"] },
        ];
}

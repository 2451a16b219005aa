using System.Text.RegularExpressions;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Ecs;

/// <summary>
/// The cluster's instances. Tasks are placed on the newest; when that is drained, another has come to take its place, as
/// with an Auto Scaling group.
/// </summary>
internal sealed partial class ContainerInstances(EcsOptions options)
{
    private readonly Lock _lock = new();
    private readonly List<ContainerInstance> _all = [new(options.Cluster, 1)];

    /// <summary>The one on which tasks are placed.</summary>
    public ContainerInstance Active
    {
        get
        {
            lock (_lock)
            {
                return _all[^1];
            }
        }
    }

    public ListContainerInstancesResponse List(ListContainerInstancesRequest request)
    {
        lock (_lock)
        {
            return new ListContainerInstancesResponse([
                .. _all.Where(instance => Matches(instance, request.Filter))
                    .Where(instance =>
                        request.Status is null || instance.Describe(instance == Active).Status == request.Status
                    )
                    .Select(static instance => instance.Arn),
            ]);
        }
    }

    public UpdateContainerInstancesStateResponse Update(UpdateContainerInstancesStateRequest request)
    {
        if (request.Status is not "DRAINING")
        {
            throw new AwsException("InvalidParameterException", "The local cluster lets instances be drained only.");
        }

        lock (_lock)
        {
            var named = _all.Where(instance => request.ContainerInstances?.Contains(instance.Arn) is true).ToList();
            if (named.Contains(Active))
            {
                _all.Add(new ContainerInstance(options.Cluster, _all.Count + 1));
            }

            return new UpdateContainerInstancesStateResponse(
                [.. named.Select(static instance => instance.Describe(isActive: false))],
                [
                    .. (request.ContainerInstances ?? [])
                        .Except(named.Select(static instance => instance.Arn))
                        .Select(static arn => new Failure(arn, "MISSING")),
                ]
            );
        }
    }

    private static bool Matches(ContainerInstance instance, string? filter) =>
        filter is null
        || (
            ById().Match(filter) is { Success: true } query
                ? query.Groups["id"].Value == instance.Ec2InstanceId
                : throw new AwsException(
                    "InvalidParameterException",
                    $"Of the cluster query language, the local cluster knows ec2InstanceId in ['…'] alone, not: {filter}"
                )
        );

    [GeneratedRegex(@"^ec2InstanceId in \['(?<id>[a-z0-9-]+)'\]$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ById();
}

using Amazon;
using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.Runtime;

namespace SonicBridge.Steps.Tests.Call;

/// <summary>ECS as far as the functions use it.</summary>
internal sealed class FakeEcs() : AmazonECSClient(new BasicAWSCredentials("nobody", "nothing"), RegionEndpoint.USEast1)
{
    public List<RunTaskRequest> Run { get; } = [];

    /// <summary>What RunTask answers; throw here to make it fail.</summary>
    public Func<RunTaskResponse> Answer { get; set; } =
        () => new RunTaskResponse { Tasks = [new Amazon.ECS.Model.Task { TaskArn = "task-1" }], Failures = [] };

    /// <summary>The instances of the cluster, by the query that finds them.</summary>
    public Dictionary<string, List<string>> Instances { get; } = [];

    /// <summary>The tasks that are to run.</summary>
    public List<Amazon.ECS.Model.Task> Tasks { get; } = [];

    /// <summary>How many tasks ListTasks answers at once.</summary>
    public int Page { get; set; } = 100;

    /// <summary>What was asked that changes anything, in order.</summary>
    public List<string> Changes { get; } = [];

    /// <summary>Called before StopTask and UpdateContainerInstancesState; throw here to make them fail.</summary>
    public Action<string> Before { get; set; } = static _ => { };

    public override Task<ListContainerInstancesResponse> ListContainerInstancesAsync(
        ListContainerInstancesRequest request,
        CancellationToken cancellationToken = default
    ) =>
        System.Threading.Tasks.Task.FromResult(
            new ListContainerInstancesResponse
            {
                ContainerInstanceArns = Instances.GetValueOrDefault($"{request.Cluster}: {request.Filter}"),
            }
        );

    public override Task<UpdateContainerInstancesStateResponse> UpdateContainerInstancesStateAsync(
        UpdateContainerInstancesStateRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Change($"{request.Status} {string.Join(' ', request.ContainerInstances)}");
        return System.Threading.Tasks.Task.FromResult(new UpdateContainerInstancesStateResponse());
    }

    public override Task<ListTasksResponse> ListTasksAsync(
        ListTasksRequest request,
        CancellationToken cancellationToken = default
    )
    {
        var filters = new[] { request.StartedBy, request.ContainerInstance, request.Family };
        (filters.Count(filter => filter is not null) == 1 && request.DesiredStatus is null).ShouldBeTrue();
        var from = int.Parse(request.NextToken ?? "0");
        var all = Tasks
            .Where(task => request.StartedBy is null || task.StartedBy == request.StartedBy)
            .Where(task => request.ContainerInstance is null || task.ContainerInstanceArn == request.ContainerInstance)
            .Select(task => task.TaskArn)
            .ToList();
        return System.Threading.Tasks.Task.FromResult(
            new ListTasksResponse
            {
                TaskArns = all.Count == 0 ? null : [.. all.Skip(from).Take(Page)],
                NextToken = from + Page < all.Count ? $"{from + Page}" : null,
            }
        );
    }

    public override Task<DescribeTasksResponse> DescribeTasksAsync(
        DescribeTasksRequest request,
        CancellationToken cancellationToken = default
    ) =>
        System.Threading.Tasks.Task.FromResult(
            new DescribeTasksResponse { Tasks = [.. Tasks.Where(task => request.Tasks.Contains(task.TaskArn))] }
        );

    public override Task<StopTaskResponse> StopTaskAsync(
        StopTaskRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Change($"stop {request.Task}");
        return System.Threading.Tasks.Task.FromResult(new StopTaskResponse());
    }

    private void Change(string what)
    {
        Before(what);
        Changes.Add(what);
    }

    public override Task<RunTaskResponse> RunTaskAsync(
        RunTaskRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Run.Add(request);
        return System.Threading.Tasks.Task.FromResult(Answer());
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Ecs;

/// <summary>ECS with one cluster of EC2 instances, whose containers are processes of this machine.</summary>
public sealed class EcsService : IAwsService, IAsyncDisposable
{
    private readonly EcsOptions _options;
    private readonly TaskDefinitions _definitions;
    private readonly EcsCluster _cluster;
    private readonly AwsJsonOperations _operations;

    /// <param name="sink">Gets each line that a container writes; it must be quick.</param>
    /// <param name="onStopped">
    /// Gets EventBridge's envelope <c>ECS Task State Change</c>, JSON in UTF-8, once for each task that has stopped; it
    /// must be quick.
    /// </param>
    public EcsService(
        EcsOptions options,
        TimeProvider clock,
        Action<TaskLogLine> sink,
        Action<ReadOnlyMemory<byte>> onStopped
    )
    {
        _options = options;
        _definitions = new TaskDefinitions(clock);
        _cluster = new EcsCluster(options, clock, sink, onStopped);
        var run = new RunTask(options, _definitions, _cluster);
        var json = EcsJson.Default;
        _operations = new AwsJsonOperations("AmazonEC2ContainerServiceV20141113", "1.1")
            .Add("RegisterTaskDefinition", json.JsonObject, json.TaskDefinitionResponse, Register)
            .Add("DescribeTaskDefinition", json.DescribeTaskDefinitionRequest, json.TaskDefinitionResponse, Describe)
            .Add("RunTask", json.RunTaskRequest, json.TasksResponse, run.Run)
            .Add("DescribeTasks", json.DescribeTasksRequest, json.TasksResponse, Describe)
            .Add("ListTasks", json.ListTasksRequest, json.ListTasksResponse, List)
            .Add(
                "ListContainerInstances",
                json.ListContainerInstancesRequest,
                json.ListContainerInstancesResponse,
                request =>
                {
                    Require(request.Cluster);
                    return _cluster.Instances.List(request);
                }
            )
            .Add(
                "UpdateContainerInstancesState",
                json.UpdateContainerInstancesStateRequest,
                json.UpdateContainerInstancesStateResponse,
                request =>
                {
                    Require(request.Cluster);
                    return _cluster.Instances.Update(request);
                }
            )
            .Add("StopTask", json.StopTaskRequest, json.StopTaskResponse, Stop)
            .Add("DescribeClusters", json.DescribeClustersRequest, json.DescribeClustersResponse, Describe);
    }

    public string SigningName => "ecs";

    /// <summary>The tasks that are known now, stopped ones for an hour.</summary>
    public IReadOnlyList<TaskSummary> Tasks => [.. _cluster.Tasks.Select(static task => task.Summarise())];

    /// <summary>Registers a task definition from its file.</summary>
    /// <param name="json">What RegisterTaskDefinition takes.</param>
    /// <returns>The ARN of the new revision.</returns>
    /// <exception cref="AwsException">ClientException: it is not a task definition; the message says why.</exception>
    public string Register(string json)
    {
        try
        {
            var definition =
                JsonNode.Parse(json) as JsonObject
                ?? throw new AwsException("ClientException", "The task definition is not a JSON object.");
            return _definitions.Register(definition).Arn;
        }
        catch (JsonException e)
        {
            throw new AwsException("ClientException", $"The task definition is not JSON: {e.Message}");
        }
    }

    /// <summary>
    /// What EventBridge says when EC2 takes the instance back on which tasks are placed now: the envelope, JSON in UTF-8.
    /// </summary>
    public ReadOnlyMemory<byte> SpotWarningOf(DateTimeOffset now) => SpotWarning.Of(_cluster.Instances.Active, now);

    /// <summary>Whether a cluster, by its name or ARN, is the one whose tasks run here.</summary>
    public bool Serves(string? cluster) => _cluster.Is(cluster);

    /// <summary>Takes over a revision that was registered elsewhere, as DescribeTaskDefinition answers it.</summary>
    /// <exception cref="AwsException">ClientException: it is not a task definition; the message says why.</exception>
    public void Adopt(JsonObject registered) => _definitions.Adopt(registered);

    public Task HandleAsync(HttpContext context) => _operations.HandleAsync(context);

    /// <summary>Ends all that runs, at once.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var task in _cluster.Tasks)
        {
            task.Stop("ServiceSchedulerInitiated", "The local cluster is closing.");
            task.Kill();
            await task.Stopped;
        }
    }

    internal static AwsException ClusterNotFound(string? name, EcsOptions options) =>
        new("ClusterNotFoundException", $"Cluster not found: {name ?? "default"}; there is {options.Cluster}.");

    private TaskDefinitionResponse Register(JsonObject request) =>
        new(_definitions.Register(request).Registered.DeepClone().AsObject());

    private TaskDefinitionResponse Describe(DescribeTaskDefinitionRequest request) =>
        new(
            _definitions.Find(request.TaskDefinition)?.Registered.DeepClone().AsObject()
                ?? throw new AwsException(
                    "ClientException",
                    $"Unable to describe task definition: {request.TaskDefinition}."
                )
        );

    private TasksResponse Describe(DescribeTasksRequest request)
    {
        Require(request.Cluster);
        if (request.Tasks is not { Count: > 0 and <= 100 } ids)
        {
            throw new AwsException("InvalidParameterException", "Tasks must name 1 to 100 tasks.");
        }

        var found = ids.Select(id => (Id: id, Task: _cluster.Find(id))).ToList();
        return new TasksResponse(
            [.. found.Select(static pair => pair.Task?.Describe(TaskDescription.Seconds)).OfType<JsonObject>()],
            [.. found.Where(static pair => pair.Task is null).Select(static pair => new Failure(pair.Id, "MISSING"))]
        );
    }

    private ListTasksResponse List(ListTasksRequest request)
    {
        Require(request.Cluster);
        return TaskList.Of(_cluster.Tasks, request);
    }

    private StopTaskResponse Stop(StopTaskRequest request)
    {
        Require(request.Cluster);
        var task =
            (request.Task is { } id ? _cluster.Find(id) : null)
            ?? throw new AwsException("InvalidParameterException", "The referenced task was not found.");
        task.Stop("UserInitiated", request.Reason ?? "Task stopped by user");
        return new StopTaskResponse(task.Describe(TaskDescription.Seconds));
    }

    private DescribeClustersResponse Describe(DescribeClustersRequest request)
    {
        var names = request.Clusters is { Count: > 0 } some ? some : ["default"];
        var tasks = _cluster.Tasks.Select(static task => task.Summarise().LastStatus).ToList();
        var description = new ClusterDescription(
            EcsCluster.ArnOf(_options),
            _options.Cluster,
            "ACTIVE",
            RegisteredContainerInstancesCount: 1,
            RunningTasksCount: tasks.Count(static status => status == "RUNNING"),
            PendingTasksCount: tasks.Count(static status => status is "PENDING" or "PROVISIONING"),
            ActiveServicesCount: 0,
            _options.CapacityProvider is { } provider ? [provider] : []
        );
        return new DescribeClustersResponse(
            names.Any(_cluster.Is) ? [description] : [],
            [
                .. names
                    .Where(name => !_cluster.Is(name))
                    .Select(static name => new Failure(LocalAccount.Arn("ecs", $"cluster/{name}"), "MISSING")),
            ]
        );
    }

    private void Require(string? cluster)
    {
        if (!_cluster.Is(cluster))
        {
            throw ClusterNotFound(cluster, _options);
        }
    }
}

using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Ecs;

/// <summary>Places tasks on the cluster's instances, as far as their memory goes, and remembers them for an hour after.</summary>
/// <param name="onStopped">Gets EventBridge's envelope for each task that has stopped.</param>
internal sealed class EcsCluster(
    EcsOptions options,
    TimeProvider clock,
    Action<TaskLogLine> sink,
    Action<ReadOnlyMemory<byte>> onStopped
)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private readonly List<EcsTask> _tasks = [];
    private readonly HashSet<EcsTask> _placed = [];
    private readonly Queue<EcsTask> _provisioning = new();

    public IReadOnlyList<EcsTask> Tasks
    {
        get
        {
            lock (_lock)
            {
                return [.. _tasks];
            }
        }
    }

    public static string ArnOf(EcsOptions options) => LocalAccount.Arn("ecs", $"cluster/{options.Cluster}");

    /// <summary>The instances: all of them are this machine.</summary>
    public ContainerInstances Instances { get; } = new(options);

    /// <param name="name">A cluster's name or ARN; null for the account's default cluster.</param>
    public bool Is(string? name) => name == options.Cluster || name == ArnOf(options);

    /// <param name="id">A task's id or ARN.</param>
    public EcsTask? Find(string id) =>
        Tasks.FirstOrDefault(task => task.Arn == id || task.Arn.EndsWith($"/{id}", StringComparison.Ordinal));

    /// <summary>The task, or null when a launch type was asked for and there is no room.</summary>
    public EcsTask? TryRun(TaskPlan plan)
    {
        var task = new EcsTask(options, plan, clock, sink);
        lock (_lock)
        {
            _tasks.RemoveAll(old => old.StoppedAt < clock.GetUtcNow() - Remembered);
            if (HasRoomFor(task))
            {
                Place(task);
            }
            else if (plan.CapacityProvider is not null)
            {
                // A capacity provider takes the task in, and places it when there is room.
                _provisioning.Enqueue(task);
            }
            else
            {
                return null;
            }

            _tasks.Add(task);
        }

        _ = WatchAsync(task);
        return task;
    }

    private bool HasRoomFor(EcsTask task) =>
        _placed.Where(placed => placed.Instance == Instances.Active).Sum(static placed => placed.Plan.Memory)
            + task.Plan.Memory
        <= options.Memory;

    private void Place(EcsTask task)
    {
        task.PlaceOn(Instances.Active);
        _placed.Add(task);
        // Not here: the answer to RunTask does not wait for processes to start.
        _ = Task.Run(task.Start);
    }

    private async Task WatchAsync(EcsTask task)
    {
        await task.Stopped;
        lock (_lock)
        {
            _placed.Remove(task);
            while (_provisioning.TryPeek(out var next) && (next.Stopped.IsCompleted || HasRoomFor(next)))
            {
                _provisioning.Dequeue();
                if (!next.Stopped.IsCompleted)
                {
                    Place(next);
                }
            }
        }

        onStopped(TaskStateChange.Of(task, clock.GetUtcNow()));
    }
}

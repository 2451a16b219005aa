using System.Text.Json.Nodes;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.Processes;

namespace SonicBridge.Local.Ecs;

/// <summary>One task from RunTask to STOPPED: a process for each container.</summary>
internal sealed class EcsTask
{
    private readonly Lock _lock = new();
    private readonly EcsOptions _options;
    private readonly TaskPlan _plan;
    private readonly TimeProvider _clock;
    private readonly Action<TaskLogLine> _sink;
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ITimer? _kill;

    public EcsTask(EcsOptions options, TaskPlan plan, TimeProvider clock, Action<TaskLogLine> sink)
    {
        (_options, _plan, _clock, _sink) = (options, plan, clock, sink);
        Arn = LocalAccount.Arn("ecs", $"task/{options.Cluster}/{Guid.NewGuid():N}");
        Containers = [.. plan.Definition.Content.ContainerDefinitions!.Select(static item => new TaskContainer(item))];
        LastStatus = plan.CapacityProvider is null ? "PENDING" : "PROVISIONING";
        CreatedAt = clock.GetUtcNow();
    }

    public string Arn { get; }
    public TaskPlan Plan => _plan;
    public IReadOnlyList<TaskContainer> Containers { get; }

    /// <summary>Where it is placed; null before that.</summary>
    public ContainerInstance? Instance { get; private set; }

    public string LastStatus { get; private set; }
    public string DesiredStatus { get; private set; } = "RUNNING";
    public string? StopCode { get; private set; }
    public string? StoppedReason { get; private set; }
    public DateTimeOffset CreatedAt { get; }
    public DateTimeOffset? StartedAt { get; private set; }
    public DateTimeOffset? StoppingAt { get; private set; }
    public DateTimeOffset? StoppedAt { get; private set; }

    /// <summary>Rises with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Completes when the task is STOPPED.</summary>
    public Task Stopped => _stopped.Task;

    /// <summary>Notes on which instance it runs.</summary>
    public void PlaceOn(ContainerInstance instance) => Instance = instance;

    /// <summary>Starts the containers' processes.</summary>
    public void Start()
    {
        lock (_lock)
        {
            if (DesiredStatus == "STOPPED")
            {
                return;
            }

            foreach (var container in Containers)
            {
                if (!TryStart(container))
                {
                    Stop("TaskFailedToStart", container.Reason!);
                    return;
                }
            }

            LastStatus = "RUNNING";
            StartedAt = _clock.GetUtcNow();
            Version++;
        }
    }

    /// <summary>Asks every container to end, and ends those that have not when their time is up.</summary>
    public void Stop(string code, string reason)
    {
        lock (_lock)
        {
            if (DesiredStatus == "STOPPED")
            {
                return;
            }

            (DesiredStatus, StopCode, StoppedReason) = ("STOPPED", code, reason);
            StoppingAt = _clock.GetUtcNow();
            Version++;
            foreach (var container in Containers)
            {
                container.Process?.Terminate();
            }

            _kill = _clock.CreateTimer(
                static task => ((EcsTask)task!).Kill(),
                this,
                StopTimeout,
                Timeout.InfiniteTimeSpan
            );
            FinishIfAllAreGone();
        }
    }

    /// <summary>Ends every container at once.</summary>
    public void Kill()
    {
        foreach (var container in Containers)
        {
            container.Process?.Kill();
        }
    }

    /// <summary>Reads the task as one moment shows it.</summary>
    public JsonObject Describe(Func<DateTimeOffset, JsonNode> time)
    {
        lock (_lock)
        {
            return TaskDescription.Of(this, _options, time);
        }
    }

    public TaskSummary Summarise()
    {
        lock (_lock)
        {
            return new TaskSummary(
                Arn,
                _plan.StartedBy,
                LastStatus,
                [.. Containers.Select(static container => container.Process?.Id).OfType<int>()]
            );
        }
    }

    private TimeSpan StopTimeout
    {
        get
        {
            var longest = Containers.Max(static container => container.Definition.StopTimeout);
            return longest is { } seconds ? TimeSpan.FromSeconds(seconds) : _options.StopTimeout;
        }
    }

    private bool TryStart(TaskContainer container)
    {
        var name = container.Definition.Name!;
        if (!_options.Executables.TryGetValue(name, out var executable))
        {
            container.Reason = $"CannotPullContainerError: no executable stands for the container '{name}' here.";
            return false;
        }

        var recipe = new ProcessRecipe(
            executable,
            _plan.CommandOf(container.Definition),
            _plan.EnvironmentOf(container.Definition, HostEnvironment())
        );
        try
        {
            container.Process = ChildProcess.Start(
                recipe,
                line => _sink(new TaskLogLine(Arn, name, _clock.GetUtcNow(), line))
            );
        }
        catch (IOException e)
        {
            container.Reason = $"CannotStartContainerError: {e.Message}";
            return false;
        }

        container.LastStatus = "RUNNING";
        _ = WatchAsync(container, container.Process);
        return true;
    }

    private Dictionary<string, string> HostEnvironment()
    {
        var environment = new Dictionary<string, string>(_options.Environment);
        foreach (var (name, value) in _options.TaskEnvironment(_plan.StartedBy))
        {
            environment[name] = value;
        }

        return environment;
    }

    private async Task WatchAsync(TaskContainer container, ChildProcess process)
    {
        var code = await process.Exited;
        lock (_lock)
        {
            container.ExitCode = code;
            container.LastStatus = "STOPPED";
            container.Process = null;
            if (container.Definition.IsEssential)
            {
                Stop("EssentialContainerExited", "Essential container in task exited");
            }

            FinishIfAllAreGone();
        }

        await process.OutputEnded;
        process.Dispose();
    }

    private void FinishIfAllAreGone()
    {
        if (LastStatus == "STOPPED" || Containers.Any(static container => container.Process is not null))
        {
            return;
        }

        if (DesiredStatus != "STOPPED")
        {
            (DesiredStatus, StopCode, StoppedReason) = ("STOPPED", "EssentialContainerExited", "All containers exited");
        }

        _kill?.Dispose();
        LastStatus = "STOPPED";
        StoppedAt = _clock.GetUtcNow();
        Version++;
        foreach (var container in Containers)
        {
            container.LastStatus = "STOPPED";
        }

        _stopped.SetResult();
    }
}

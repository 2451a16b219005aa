using System.Text.Json;
using System.Text.RegularExpressions;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Ecs;

/// <summary>RunTask: what may be asked for, and what comes of it.</summary>
internal sealed partial class RunTask(EcsOptions options, TaskDefinitions definitions, EcsCluster cluster)
{
    private const int MaxOverrides = 8192;
    private const int MaxCount = 10;
    private const int MaxToken = 64;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (string Request, IReadOnlyList<EcsTask> Tasks)> _byToken = [];

    public TasksResponse Run(RunTaskRequest request)
    {
        var count = request.Count ?? 1;
        if (count is < 1 or > MaxCount)
        {
            throw Invalid($"count cannot be less than 1 or more than {MaxCount}.");
        }

        var plan = PlanOf(request);
        if (request.ClientToken is not { Length: > 0 } token)
        {
            return Answer(Start(plan, count), count);
        }

        if (token.Length > MaxToken)
        {
            throw Invalid($"clientToken can have up to {MaxToken} characters.");
        }

        lock (_lock)
        {
            var text = JsonSerializer.Serialize(request, EcsJson.Default.RunTaskRequest);
            if (_byToken.TryGetValue(token, out var earlier))
            {
                return earlier.Request == text
                    ? Answer(earlier.Tasks, earlier.Tasks.Count)
                    : throw new AwsException(
                        "ConflictException",
                        $"The clientToken '{token}' was used with other parameters for {earlier.Tasks[0].Arn}."
                    );
            }

            var tasks = Start(plan, count);
            // A request that placed nothing may be tried again with the same token.
            if (tasks.Count > 0)
            {
                _byToken[token] = (text, tasks);
            }

            return Answer(tasks, count);
        }
    }

    private List<EcsTask> Start(TaskPlan plan, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => cluster.TryRun(plan)).OfType<EcsTask>()];

    private TasksResponse Answer(IReadOnlyList<EcsTask> tasks, int count)
    {
        var failure = new Failure(cluster.Instances.Active.Arn, "RESOURCE:MEMORY");
        return new TasksResponse(
            [.. tasks.Select(static task => task.Describe(TaskDescription.Seconds))],
            [.. Enumerable.Repeat(failure, count - tasks.Count)]
        );
    }

    private TaskPlan PlanOf(RunTaskRequest request)
    {
        if (!cluster.Is(request.Cluster))
        {
            throw EcsService.ClusterNotFound(request.Cluster, options);
        }

        var definition =
            definitions.Find(request.TaskDefinition)
            ?? throw new AwsException("ClientException", $"TaskDefinition not found: {request.TaskDefinition}.");
        if (request.NetworkConfiguration is not null && definition.Content.NetworkMode != "awsvpc")
        {
            throw Invalid("Network Configuration is not valid for the given networkMode of this task definition.");
        }

        if (request.StartedBy is { } startedBy && !StartedBy().IsMatch(startedBy))
        {
            throw Invalid("startedBy may have up to 128 letters, digits, hyphens, underscores and slashes.");
        }

        var overrides = request.Overrides ?? [];
        var json = overrides.ToJsonString();
        if (json.Length > MaxOverrides)
        {
            throw Invalid($"Container Overrides length must be at most {MaxOverrides}.");
        }

        return new TaskPlan(
            definition,
            overrides,
            OverrideOf(json, definition),
            ProviderOf(request),
            request.StartedBy,
            request.Group ?? $"family:{definition.Family}"
        );
    }

    private static TaskOverrides OverrideOf(string json, TaskDefinition definition)
    {
        TaskOverrides overrides;
        try
        {
            overrides = JsonSerializer.Deserialize(json, EcsJson.Default.TaskOverrides)!;
        }
        catch (JsonException e)
        {
            throw Invalid($"The overrides are not what RunTask takes: {e.Message}");
        }

        foreach (var item in overrides.ContainerOverrides ?? [])
        {
            if (!definition.Content.ContainerDefinitions!.Any(container => container.Name == item.Name))
            {
                throw Invalid($"Override for container named {item.Name} is not a container in the TaskDefinition.");
            }
        }

        return overrides;
    }

    private string? ProviderOf(RunTaskRequest request)
    {
        if (request.CapacityProviderStrategy is not { Count: > 0 } strategy)
        {
            return request.LaunchType is null or "EC2"
                ? null
                : throw Invalid($"The local cluster has EC2 instances only, not {request.LaunchType}.");
        }

        if (request.LaunchType is not null)
        {
            throw Invalid(
                "Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again."
            );
        }

        return strategy[0].CapacityProvider is { } name && name == options.CapacityProvider
            ? name
            : throw Invalid($"The specified capacity provider {strategy[0].CapacityProvider} was not found.");
    }

    private static AwsException Invalid(string message) => new("InvalidParameterException", message);

    [GeneratedRegex("^[A-Za-z0-9_/-]{1,128}$", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex StartedBy();
}

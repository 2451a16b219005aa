namespace SonicBridge.Local.Ecs;

/// <summary>The one cluster of EC2 instances, and what its containers run.</summary>
public sealed record EcsOptions
{
    public string Cluster { get; init; } = "nova-sonic-ecs-cluster";

    /// <summary>The cluster's capacity provider, when it has one. It is not the cluster's default.</summary>
    public string? CapacityProvider { get; init; }

    /// <summary>How much memory the instances have for tasks, in MiB.</summary>
    public int Memory { get; init; } = 16 * 1024;

    /// <summary>How long a container may take after SIGTERM when its definition has no stopTimeout.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What runs in place of each container's image, by the container's name: a path.</summary>
    public required IReadOnlyDictionary<string, string> Executables { get; init; }

    /// <summary>
    /// What the host gives to each container: endpoints, credentials, region. Stronger than the task definition, since
    /// it takes the place of the network and the role; weaker than a task's overrides.
    /// </summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>What the host gives to a task alone, such as the credentials of its role, by who started it.</summary>
    public Func<string?, IReadOnlyDictionary<string, string>> TaskEnvironment { get; init; } =
        static _ => new Dictionary<string, string>();
}

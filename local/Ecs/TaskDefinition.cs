using System.Text.Json.Nodes;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Ecs;

/// <summary>One revision of a family, with everything that was registered.</summary>
/// <param name="Content">What of it matters here.</param>
/// <param name="Registered">All of it, as DescribeTaskDefinition answers it.</param>
internal sealed record TaskDefinition(int Revision, TaskDefinitionContent Content, JsonObject Registered)
{
    public string Family => Content.Family!;
    public string Arn => ArnOf(Family, Revision);

    public static string ArnOf(string family, int revision) =>
        LocalAccount.Arn("ecs", $"task-definition/{family}:{revision}");
}

/// <summary>The members of a task definition by which a task is run.</summary>
/// <param name="Memory">Of the whole task in MiB, as text; null when only its containers say.</param>
internal sealed record TaskDefinitionContent(
    string? Family,
    string? NetworkMode,
    string? Memory,
    IReadOnlyList<string>? RequiresCompatibilities,
    IReadOnlyList<ContainerDefinition>? ContainerDefinitions
);

/// <summary>One container of a task definition.</summary>
/// <param name="Memory">The hard limit in MiB.</param>
/// <param name="MemoryReservation">The soft limit in MiB.</param>
/// <param name="StopTimeout">Seconds from SIGTERM to SIGKILL.</param>
internal sealed record ContainerDefinition(
    string? Name,
    string? Image,
    int? Memory,
    int? MemoryReservation,
    bool? Essential,
    IReadOnlyList<string>? Command,
    IReadOnlyList<EnvironmentVariable>? Environment,
    int? StopTimeout
)
{
    public bool IsEssential => Essential ?? true;
}

using SonicBridge.Local.Processes;

namespace SonicBridge.Local.Ecs;

/// <summary>One container of a task and the process that it is here.</summary>
internal sealed class TaskContainer(ContainerDefinition definition)
{
    public ContainerDefinition Definition => definition;
    public string Id { get; } = Guid.NewGuid().ToString("N");
    public string LastStatus { get; set; } = "PENDING";
    public int? ExitCode { get; set; }
    public string? Reason { get; set; }
    public ChildProcess? Process { get; set; }
}

using Amazon.ECS;
using Amazon.ECS.Model;

namespace SonicBridge.Steps.Backup;

/// <summary>
/// A task definition as <c>aws ecs register-task-definition --cli-input-json</c> takes it. What ECS adds by itself is not
/// in it: status, revision, ARN, required attributes, compatibilities found, who registered it and when.
/// </summary>
internal sealed class TaskDefinitionInput
{
    // No tag of AWS's own can be given by a user: ECS would refuse the whole definition.
    private const string SystemTag = "aws:";

    public string? Family { get; set; }
    public string? TaskRoleArn { get; set; }
    public string? ExecutionRoleArn { get; set; }
    public NetworkMode? NetworkMode { get; set; }
    public List<ContainerDefinition>? ContainerDefinitions { get; set; }
    public List<Volume>? Volumes { get; set; }
    public List<TaskDefinitionPlacementConstraint>? PlacementConstraints { get; set; }
    public List<string>? RequiresCompatibilities { get; set; }
    public string? Cpu { get; set; }
    public string? Memory { get; set; }
    public PidMode? PidMode { get; set; }
    public IpcMode? IpcMode { get; set; }
    public ProxyConfiguration? ProxyConfiguration { get; set; }
    public List<InferenceAccelerator>? InferenceAccelerators { get; set; }
    public EphemeralStorage? EphemeralStorage { get; set; }
    public RuntimePlatform? RuntimePlatform { get; set; }
    public bool? EnableFaultInjection { get; set; }
    public List<Tag>? Tags { get; set; }

    /// <summary>What has to be registered so that it is described like this.</summary>
    public static TaskDefinitionInput Of(TaskDefinition definition, IEnumerable<Tag>? tags)
    {
        var own = (tags ?? [])
            .Where(tag => !tag.Key.StartsWith(SystemTag, StringComparison.OrdinalIgnoreCase))
            .OrderBy(tag => tag.Key, StringComparer.Ordinal)
            .ToList();
        foreach (var container in definition.ContainerDefinitions ?? [])
        {
            // ECS keeps these as sets and answers them in any order; where a name stands twice, the order stays.
            container.Environment = container.Environment?.OrderBy(one => one.Name, StringComparer.Ordinal).ToList();
            container.Secrets = container.Secrets?.OrderBy(one => one.Name, StringComparer.Ordinal).ToList();
        }

        return new TaskDefinitionInput
        {
            Family = definition.Family,
            TaskRoleArn = definition.TaskRoleArn,
            ExecutionRoleArn = definition.ExecutionRoleArn,
            NetworkMode = definition.NetworkMode,
            ContainerDefinitions = definition.ContainerDefinitions,
            Volumes = definition.Volumes,
            PlacementConstraints = definition.PlacementConstraints,
            RequiresCompatibilities = definition.RequiresCompatibilities?.Order(StringComparer.Ordinal).ToList(),
            Cpu = definition.Cpu,
            Memory = definition.Memory,
            PidMode = definition.PidMode,
            IpcMode = definition.IpcMode,
            ProxyConfiguration = definition.ProxyConfiguration,
            InferenceAccelerators = definition.InferenceAccelerators,
            EphemeralStorage = definition.EphemeralStorage,
            RuntimePlatform = definition.RuntimePlatform,
            EnableFaultInjection = definition.EnableFaultInjection,
            Tags = own.Count > 0 ? own : null,
        };
    }

    public RegisterTaskDefinitionRequest ToRequest() =>
        new()
        {
            Family = Family,
            TaskRoleArn = TaskRoleArn,
            ExecutionRoleArn = ExecutionRoleArn,
            NetworkMode = NetworkMode,
            ContainerDefinitions = ContainerDefinitions,
            Volumes = Volumes,
            PlacementConstraints = PlacementConstraints,
            RequiresCompatibilities = RequiresCompatibilities,
            Cpu = Cpu,
            Memory = Memory,
            PidMode = PidMode,
            IpcMode = IpcMode,
            ProxyConfiguration = ProxyConfiguration,
            InferenceAccelerators = InferenceAccelerators,
            EphemeralStorage = EphemeralStorage,
            RuntimePlatform = RuntimePlatform,
            EnableFaultInjection = EnableFaultInjection,
            Tags = Tags,
        };
}

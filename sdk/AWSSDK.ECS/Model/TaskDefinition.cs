using System;
using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.ECS.Model;

/// <summary>One revision of a task definition.</summary>
public partial class TaskDefinition
{
    public List<string> Compatibilities { get; set; } = Unset.List<string>();

    public List<ContainerDefinition> ContainerDefinitions { get; set; } = Unset.List<ContainerDefinition>();

    public string Cpu { get; set; }

    public DateTime? DeleteRequestedAt { get; set; }

    public DateTime? DeregisteredAt { get; set; }

    public bool? EnableFaultInjection { get; set; }

    public EphemeralStorage EphemeralStorage { get; set; }

    public string ExecutionRoleArn { get; set; }

    public string Family { get; set; }

    public List<InferenceAccelerator> InferenceAccelerators { get; set; } = Unset.List<InferenceAccelerator>();

    public IpcMode IpcMode { get; set; }

    public string Memory { get; set; }

    public NetworkMode NetworkMode { get; set; }

    public PidMode PidMode { get; set; }

    public List<TaskDefinitionPlacementConstraint> PlacementConstraints { get; set; } =
        Unset.List<TaskDefinitionPlacementConstraint>();

    public ProxyConfiguration ProxyConfiguration { get; set; }

    public DateTime? RegisteredAt { get; set; }

    public string RegisteredBy { get; set; }

    public List<Attribute> RequiresAttributes { get; set; } = Unset.List<Attribute>();

    public List<string> RequiresCompatibilities { get; set; } = Unset.List<string>();

    public int? Revision { get; set; }

    public RuntimePlatform RuntimePlatform { get; set; }

    public TaskDefinitionStatus Status { get; set; }

    public string TaskDefinitionArn { get; set; }

    public string TaskRoleArn { get; set; }

    public List<Volume> Volumes { get; set; } = Unset.List<Volume>();
}

using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.ECS.Model;

/// <summary>A task definition's whole content.</summary>
public partial class RegisterTaskDefinitionRequest : AmazonECSRequest
{
    public List<ContainerDefinition> ContainerDefinitions { get; set; } = Unset.List<ContainerDefinition>();

    public string Cpu { get; set; }

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

    public List<string> RequiresCompatibilities { get; set; } = Unset.List<string>();

    public RuntimePlatform RuntimePlatform { get; set; }

    public List<Tag> Tags { get; set; } = Unset.List<Tag>();

    public string TaskRoleArn { get; set; }

    public List<Volume> Volumes { get; set; } = Unset.List<Volume>();
}

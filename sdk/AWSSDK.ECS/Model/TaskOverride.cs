using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.ECS.Model;

/// <summary>What to change in a task definition, for one task.</summary>
public partial class TaskOverride
{
    public List<ContainerOverride> ContainerOverrides { get; set; } = Unset.List<ContainerOverride>();

    public string Cpu { get; set; }

    public EphemeralStorage EphemeralStorage { get; set; }

    public string ExecutionRoleArn { get; set; }

    public string Memory { get; set; }

    public string TaskRoleArn { get; set; }
}

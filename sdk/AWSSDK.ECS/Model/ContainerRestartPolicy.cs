using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.ECS.Model;

/// <summary>Whether and when a container is started again within its task.</summary>
public partial class ContainerRestartPolicy
{
    public bool? Enabled { get; set; }

    public List<int> IgnoredExitCodes { get; set; } = Unset.List<int>();

    public int? RestartAttemptPeriod { get; set; }
}

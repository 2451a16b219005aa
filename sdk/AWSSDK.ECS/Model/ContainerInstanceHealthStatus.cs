using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.ECS.Model;

/// <summary>What the checks of an instance say together.</summary>
public partial class ContainerInstanceHealthStatus
{
    public List<InstanceHealthCheckResult> Details { get; set; } = Unset.List<InstanceHealthCheckResult>();

    public InstanceHealthCheckState OverallStatus { get; set; }
}

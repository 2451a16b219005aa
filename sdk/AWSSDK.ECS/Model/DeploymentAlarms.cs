using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.ECS.Model;

/// <summary>Alarms that stop a deployment.</summary>
public partial class DeploymentAlarms
{
    public List<string> AlarmNames { get; set; } = Unset.List<string>();

    public bool? Enable { get; set; }

    public bool? Rollback { get; set; }
}

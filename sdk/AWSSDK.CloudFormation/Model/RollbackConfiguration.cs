using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.CloudFormation.Model;

/// <summary>Alarms that undo a change, and how long they may.</summary>
public partial class RollbackConfiguration
{
    public int? MonitoringTimeInMinutes { get; set; }

    public List<RollbackTrigger> RollbackTriggers { get; set; } = Unset.List<RollbackTrigger>();
}

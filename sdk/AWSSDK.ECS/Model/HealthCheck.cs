using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.ECS.Model;

/// <summary>The command that tells whether a container is well.</summary>
public partial class HealthCheck
{
    public List<string> Command { get; set; } = Unset.List<string>();

    public int? Interval { get; set; }

    public int? Retries { get; set; }

    public int? StartPeriod { get; set; }

    public int? Timeout { get; set; }
}

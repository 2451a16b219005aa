using System;

namespace Amazon.ECS.Model;

/// <summary>What one check of an instance says.</summary>
public partial class InstanceHealthCheckResult
{
    public DateTime? LastStatusChange { get; set; }

    public DateTime? LastUpdated { get; set; }

    public InstanceHealthCheckState Status { get; set; }

    public string StatusReason { get; set; }

    public InstanceHealthCheckType Type { get; set; }
}

using System;

namespace Amazon.ECS.Model;

/// <summary>What happened to a service.</summary>
public partial class ServiceEvent
{
    public DateTime? CreatedAt { get; set; }

    public string Id { get; set; }

    public string Message { get; set; }
}

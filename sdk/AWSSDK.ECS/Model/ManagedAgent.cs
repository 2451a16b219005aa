using System;

namespace Amazon.ECS.Model;

/// <summary>An agent that runs beside a container.</summary>
public partial class ManagedAgent
{
    public DateTime? LastStartedAt { get; set; }

    public string LastStatus { get; set; }

    public ManagedAgentName Name { get; set; }

    public string Reason { get; set; }
}

namespace Amazon.ECS.Model;

/// <summary>The versions of an instance's agent and of Docker.</summary>
public partial class VersionInfo
{
    public string AgentHash { get; set; }

    public string AgentVersion { get; set; }

    public string DockerVersion { get; set; }
}

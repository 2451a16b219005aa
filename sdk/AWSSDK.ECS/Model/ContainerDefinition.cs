using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.ECS.Model;

/// <summary>One container of a task.</summary>
public partial class ContainerDefinition
{
    public List<string> Command { get; set; } = Unset.List<string>();

    public int? Cpu { get; set; }

    public List<string> CredentialSpecs { get; set; } = Unset.List<string>();

    public List<ContainerDependency> DependsOn { get; set; } = Unset.List<ContainerDependency>();

    public bool? DisableNetworking { get; set; }

    public List<string> DnsSearchDomains { get; set; } = Unset.List<string>();

    public List<string> DnsServers { get; set; } = Unset.List<string>();

    public Dictionary<string, string> DockerLabels { get; set; } = Unset.Map<string, string>();

    public List<string> DockerSecurityOptions { get; set; } = Unset.List<string>();

    public List<string> EntryPoint { get; set; } = Unset.List<string>();

    public List<KeyValuePair> Environment { get; set; } = Unset.List<KeyValuePair>();

    public List<EnvironmentFile> EnvironmentFiles { get; set; } = Unset.List<EnvironmentFile>();

    public bool? Essential { get; set; }

    public List<HostEntry> ExtraHosts { get; set; } = Unset.List<HostEntry>();

    public FirelensConfiguration FirelensConfiguration { get; set; }

    public HealthCheck HealthCheck { get; set; }

    public string Hostname { get; set; }

    public string Image { get; set; }

    public bool? Interactive { get; set; }

    public List<string> Links { get; set; } = Unset.List<string>();

    public LinuxParameters LinuxParameters { get; set; }

    public LogConfiguration LogConfiguration { get; set; }

    public int? Memory { get; set; }

    public int? MemoryReservation { get; set; }

    public List<MountPoint> MountPoints { get; set; } = Unset.List<MountPoint>();

    public string Name { get; set; }

    public List<PortMapping> PortMappings { get; set; } = Unset.List<PortMapping>();

    public bool? Privileged { get; set; }

    public bool? PseudoTerminal { get; set; }

    public bool? ReadonlyRootFilesystem { get; set; }

    public RepositoryCredentials RepositoryCredentials { get; set; }

    public List<ResourceRequirement> ResourceRequirements { get; set; } = Unset.List<ResourceRequirement>();

    public ContainerRestartPolicy RestartPolicy { get; set; }

    public List<Secret> Secrets { get; set; } = Unset.List<Secret>();

    public int? StartTimeout { get; set; }

    public int? StopTimeout { get; set; }

    public List<SystemControl> SystemControls { get; set; } = Unset.List<SystemControl>();

    public List<Ulimit> Ulimits { get; set; } = Unset.List<Ulimit>();

    public string User { get; set; }

    public VersionConsistency VersionConsistency { get; set; }

    public List<VolumeFrom> VolumesFrom { get; set; } = Unset.List<VolumeFrom>();

    public string WorkingDirectory { get; set; }
}

using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.ECS.Model;

/// <summary>What to change in a container, for one task.</summary>
public partial class ContainerOverride
{
    public List<string> Command { get; set; } = Unset.List<string>();

    public int? Cpu { get; set; }

    public List<KeyValuePair> Environment { get; set; } = Unset.List<KeyValuePair>();

    public List<EnvironmentFile> EnvironmentFiles { get; set; } = Unset.List<EnvironmentFile>();

    public int? Memory { get; set; }

    public int? MemoryReservation { get; set; }

    public string Name { get; set; }

    public List<ResourceRequirement> ResourceRequirements { get; set; } = Unset.List<ResourceRequirement>();
}

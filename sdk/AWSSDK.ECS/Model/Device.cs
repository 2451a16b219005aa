using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.ECS.Model;

/// <summary>A device of the host that a container sees.</summary>
public partial class Device
{
    public string ContainerPath { get; set; }

    public string HostPath { get; set; }

    public List<string> Permissions { get; set; } = Unset.List<string>();
}

using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.ECS.Model;

/// <summary>A volume that Docker manages.</summary>
public partial class DockerVolumeConfiguration
{
    public bool? Autoprovision { get; set; }

    public string Driver { get; set; }

    public Dictionary<string, string> DriverOpts { get; set; } = Unset.Map<string, string>();

    public Dictionary<string, string> Labels { get; set; } = Unset.Map<string, string>();

    public Scope Scope { get; set; }
}

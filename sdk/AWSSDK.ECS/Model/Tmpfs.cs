using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.ECS.Model;

/// <summary>A file system in memory.</summary>
public partial class Tmpfs
{
    public string ContainerPath { get; set; }

    public List<string> MountOptions { get; set; } = Unset.List<string>();

    public int? Size { get; set; }
}

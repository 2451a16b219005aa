using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.ECS.Model;

/// <summary>What a container may do on Linux.</summary>
public partial class LinuxParameters
{
    public KernelCapabilities Capabilities { get; set; }

    public List<Device> Devices { get; set; } = Unset.List<Device>();

    public bool? InitProcessEnabled { get; set; }

    public int? MaxSwap { get; set; }

    public int? SharedMemorySize { get; set; }

    public int? Swappiness { get; set; }

    public List<Tmpfs> Tmpfs { get; set; } = Unset.List<Tmpfs>();
}

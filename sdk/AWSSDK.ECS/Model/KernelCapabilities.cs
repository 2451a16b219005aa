using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.ECS.Model;

/// <summary>Linux capabilities beyond, or short of, the usual ones.</summary>
public partial class KernelCapabilities
{
    public List<string> Add { get; set; } = Unset.List<string>();

    public List<string> Drop { get; set; } = Unset.List<string>();
}

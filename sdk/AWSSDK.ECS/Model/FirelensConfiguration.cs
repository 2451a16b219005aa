using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.ECS.Model;

/// <summary>How a log router is set up.</summary>
public partial class FirelensConfiguration
{
    public Dictionary<string, string> Options { get; set; } = Unset.Map<string, string>();

    public FirelensConfigurationType Type { get; set; }
}

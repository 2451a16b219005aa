using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.ECS.Model;

/// <summary>Where a container's output goes.</summary>
public partial class LogConfiguration
{
    public LogDriver LogDriver { get; set; }

    public Dictionary<string, string> Options { get; set; } = Unset.Map<string, string>();

    public List<Secret> SecretOptions { get; set; } = Unset.List<Secret>();
}

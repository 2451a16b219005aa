using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.ECS.Model;

/// <summary>The container that all traffic goes through.</summary>
public partial class ProxyConfiguration
{
    public string ContainerName { get; set; }

    public List<KeyValuePair> Properties { get; set; } = Unset.List<KeyValuePair>();

    public ProxyConfigurationType Type { get; set; }
}

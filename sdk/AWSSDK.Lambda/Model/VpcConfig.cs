using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.Lambda.Model;

/// <summary>The network that a function joins.</summary>
public partial class VpcConfig
{
    public bool? Ipv6AllowedForDualStack { get; set; }

    public List<string> SecurityGroupIds { get; set; } = Unset.List<string>();

    public List<string> SubnetIds { get; set; } = Unset.List<string>();
}

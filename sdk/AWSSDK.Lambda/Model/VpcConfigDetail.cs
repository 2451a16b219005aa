using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.Lambda.Model;

/// <summary>The network that a function has joined.</summary>
public partial class VpcConfigDetail
{
    public bool? Ipv6AllowedForDualStack { get; set; }

    public List<string> SecurityGroupIds { get; set; } = Unset.List<string>();

    public List<string> SubnetIds { get; set; } = Unset.List<string>();

    public string VpcId { get; set; }
}

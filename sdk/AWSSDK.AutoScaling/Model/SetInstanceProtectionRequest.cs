using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.AutoScaling.Model;

/// <summary>Which instances, and whether they are protected.</summary>
public partial class SetInstanceProtectionRequest : AmazonAutoScalingRequest
{
    public string AutoScalingGroupName { get; set; }

    public List<string> InstanceIds { get; set; } = Unset.List<string>();

    public bool? ProtectedFromScaleIn { get; set; }
}

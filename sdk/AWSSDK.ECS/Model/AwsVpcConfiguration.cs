using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.ECS.Model;

/// <summary>Subnets and security groups of a task in awsvpc mode.</summary>
public partial class AwsVpcConfiguration
{
    public AssignPublicIp AssignPublicIp { get; set; }

    public List<string> SecurityGroups { get; set; } = Unset.List<string>();

    public List<string> Subnets { get; set; } = Unset.List<string>();
}

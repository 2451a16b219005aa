using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.ECS.Model;

/// <summary>A family (its newest active revision), family:revision or ARN.</summary>
public partial class DescribeTaskDefinitionRequest : AmazonECSRequest
{
    public List<string> Include { get; set; } = Unset.List<string>();

    public string TaskDefinition { get; set; }
}

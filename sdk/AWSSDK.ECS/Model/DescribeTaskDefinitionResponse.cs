using System.Collections.Generic;
using Amazon.Runtime;
using Amazon.StandIns;

namespace Amazon.ECS.Model;

/// <summary>A task definition and, if asked for, its tags.</summary>
public partial class DescribeTaskDefinitionResponse : AmazonWebServiceResponse
{
    public List<Tag> Tags { get; set; } = Unset.List<Tag>();

    public TaskDefinition TaskDefinition { get; set; }
}

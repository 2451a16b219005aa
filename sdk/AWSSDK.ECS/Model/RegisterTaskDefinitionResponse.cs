using System.Collections.Generic;
using Amazon.Runtime;
using Amazon.StandIns;

namespace Amazon.ECS.Model;

/// <summary>The revision as it was registered.</summary>
public partial class RegisterTaskDefinitionResponse : AmazonWebServiceResponse
{
    public List<Tag> Tags { get; set; } = Unset.List<Tag>();

    public TaskDefinition TaskDefinition { get; set; }
}

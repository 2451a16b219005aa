using System.Collections.Generic;
using Amazon.Runtime;
using Amazon.StandIns;

namespace Amazon.ECS.Model;

/// <summary>The instances as they are now, and those that were not found.</summary>
public partial class UpdateContainerInstancesStateResponse : AmazonWebServiceResponse
{
    public List<ContainerInstance> ContainerInstances { get; set; } = Unset.List<ContainerInstance>();

    public List<Failure> Failures { get; set; } = Unset.List<Failure>();
}

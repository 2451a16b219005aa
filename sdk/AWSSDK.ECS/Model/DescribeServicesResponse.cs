using System.Collections.Generic;
using Amazon.Runtime;
using Amazon.StandIns;

namespace Amazon.ECS.Model;

/// <summary>The services, and those that were not found.</summary>
public partial class DescribeServicesResponse : AmazonWebServiceResponse
{
    public List<Failure> Failures { get; set; } = Unset.List<Failure>();

    public List<Service> Services { get; set; } = Unset.List<Service>();
}

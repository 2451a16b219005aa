namespace Amazon.ECS.Model;

/// <summary>Which services of which cluster.</summary>
public partial class ListServicesRequest : AmazonECSRequest
{
    public string Cluster { get; set; }

    public LaunchType LaunchType { get; set; }

    public int? MaxResults { get; set; }

    public string NextToken { get; set; }

    public ResourceManagementType ResourceManagementType { get; set; }

    public SchedulingStrategy SchedulingStrategy { get; set; }
}

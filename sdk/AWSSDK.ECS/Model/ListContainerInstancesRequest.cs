namespace Amazon.ECS.Model;

/// <summary>Which instances of which cluster.</summary>
public partial class ListContainerInstancesRequest : AmazonECSRequest
{
    public string Cluster { get; set; }

    public string Filter { get; set; }

    public int? MaxResults { get; set; }

    public string NextToken { get; set; }

    public ContainerInstanceStatus Status { get; set; }
}

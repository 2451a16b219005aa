namespace Amazon.ECS.Model;

/// <summary>Which revisions to list, and in which order.</summary>
public partial class ListTaskDefinitionsRequest : AmazonECSRequest
{
    public string FamilyPrefix { get; set; }

    public int? MaxResults { get; set; }

    public string NextToken { get; set; }

    public SortOrder Sort { get; set; }

    public TaskDefinitionStatus Status { get; set; }
}

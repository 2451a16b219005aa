namespace Amazon.Connect.Model;

/// <summary>Which page to list.</summary>
public partial class ListInstancesRequest : AmazonConnectRequest
{
    public int? MaxResults { get; set; }

    public string NextToken { get; set; }
}

namespace Amazon.Connect.Model;

/// <summary>The instance.</summary>
public partial class ListLambdaFunctionsRequest : AmazonConnectRequest
{
    public string InstanceId { get; set; }

    public int? MaxResults { get; set; }

    public string NextToken { get; set; }
}

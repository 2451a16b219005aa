namespace Amazon.Lambda.Model;

/// <summary>The function's ARN.</summary>
public partial class ListTagsRequest : AmazonLambdaRequest
{
    public string Resource { get; set; }
}

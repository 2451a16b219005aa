namespace Amazon.Lambda.Model;

/// <summary>The function, and what its code must be.</summary>
public partial class PublishVersionRequest : AmazonLambdaRequest
{
    public string CodeSha256 { get; set; }

    public string Description { get; set; }

    public string FunctionName { get; set; }

    public FunctionVersionLatestPublished PublishTo { get; set; }

    public string RevisionId { get; set; }
}

namespace Amazon.Lambda.Model;

/// <summary>The statement.</summary>
public partial class RemovePermissionRequest : AmazonLambdaRequest
{
    public string FunctionName { get; set; }

    public string Qualifier { get; set; }

    public string RevisionId { get; set; }

    public string StatementId { get; set; }
}

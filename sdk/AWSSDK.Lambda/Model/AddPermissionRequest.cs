namespace Amazon.Lambda.Model;

/// <summary>Who may do what.</summary>
public partial class AddPermissionRequest : AmazonLambdaRequest
{
    public string Action { get; set; }

    public string EventSourceToken { get; set; }

    public string FunctionName { get; set; }

    public FunctionUrlAuthType FunctionUrlAuthType { get; set; }

    public bool? InvokedViaFunctionUrl { get; set; }

    public string Principal { get; set; }

    public string PrincipalOrgID { get; set; }

    public string Qualifier { get; set; }

    public string RevisionId { get; set; }

    public string SourceAccount { get; set; }

    public string SourceArn { get; set; }

    public string StatementId { get; set; }
}

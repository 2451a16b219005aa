namespace Amazon.Lambda.Model;

/// <summary>The function, and a version if only its aliases matter.</summary>
public partial class ListAliasesRequest : AmazonLambdaRequest
{
    public string FunctionName { get; set; }

    public string FunctionVersion { get; set; }

    public string Marker { get; set; }

    public int? MaxItems { get; set; }
}

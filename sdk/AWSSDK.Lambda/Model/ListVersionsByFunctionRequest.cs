namespace Amazon.Lambda.Model;

/// <summary>The function.</summary>
public partial class ListVersionsByFunctionRequest : AmazonLambdaRequest
{
    public string FunctionName { get; set; }

    public string Marker { get; set; }

    public int? MaxItems { get; set; }
}

namespace Amazon.Lambda.Model;

/// <summary>The function or the source.</summary>
public partial class ListEventSourceMappingsRequest : AmazonLambdaRequest
{
    public string EventSourceArn { get; set; }

    public string FunctionName { get; set; }

    public string Marker { get; set; }

    public int? MaxItems { get; set; }
}

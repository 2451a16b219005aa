namespace Amazon.Connect.Model;

/// <summary>The instance and the function's ARN. A token is made up for a request that has none.</summary>
public partial class AssociateLambdaFunctionRequest : AmazonConnectRequest
{
    public string ClientToken { get; set; }

    public string FunctionArn { get; set; }

    public string InstanceId { get; set; }
}

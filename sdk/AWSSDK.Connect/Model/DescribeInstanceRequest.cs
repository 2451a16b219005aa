namespace Amazon.Connect.Model;

/// <summary>The instance.</summary>
public partial class DescribeInstanceRequest : AmazonConnectRequest
{
    public string InstanceId { get; set; }
}

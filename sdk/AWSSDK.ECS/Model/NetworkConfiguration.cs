namespace Amazon.ECS.Model;

/// <summary>The network of tasks in awsvpc mode.</summary>
public partial class NetworkConfiguration
{
    public AwsVpcConfiguration AwsvpcConfiguration { get; set; }
}

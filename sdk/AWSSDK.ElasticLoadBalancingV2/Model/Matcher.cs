namespace Amazon.ElasticLoadBalancingV2.Model;

/// <summary>The answer that a healthy target gives.</summary>
public partial class Matcher
{
    public string GrpcCode { get; set; }

    public string HttpCode { get; set; }
}

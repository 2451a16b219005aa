using System.Collections.Generic;
using Amazon.Runtime;
using Amazon.StandIns;

namespace Amazon.ECR.Model;

/// <summary>One page of images.</summary>
public partial class DescribeImagesResponse : AmazonWebServiceResponse
{
    public List<ImageDetail> ImageDetails { get; set; } = Unset.List<ImageDetail>();

    public string NextToken { get; set; }
}

using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.ECR.Model;

/// <summary>The repository, and which of its images.</summary>
public partial class DescribeImagesRequest : AmazonECRRequest
{
    public DescribeImagesFilter Filter { get; set; }

    public List<ImageIdentifier> ImageIds { get; set; } = Unset.List<ImageIdentifier>();

    public int? MaxResults { get; set; }

    public string NextToken { get; set; }

    public string RegistryId { get; set; }

    public string RepositoryName { get; set; }
}

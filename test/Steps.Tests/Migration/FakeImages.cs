using Amazon;
using Amazon.ECR;
using Amazon.ECR.Model;
using Amazon.Runtime;

namespace SonicBridge.Steps.Tests.Migration;

/// <summary>ECR with one repository, or none.</summary>
internal sealed class FakeImages()
    : AmazonECRClient(new BasicAWSCredentials("nobody", "nothing"), RegionEndpoint.USEast1)
{
    public const string Repository = "nova-sonic-ecs-bridge";

    /// <summary>The address that a deployment gives to the functions.</summary>
    public const string Uri = $"111122223333.dkr.ecr.us-east-1.amazonaws.com/{Repository}";

    /// <summary>The tags that were pushed; null where the repository is not there.</summary>
    public HashSet<string>? Tags { get; set; } = new(StringComparer.Ordinal) { "7" };

    public override Task<DescribeImagesResponse> DescribeImagesAsync(
        DescribeImagesRequest request,
        CancellationToken cancellationToken = default
    )
    {
        if (Tags is null || request.RepositoryName != Repository)
        {
            throw new RepositoryNotFoundException(
                $"The repository with name '{request.RepositoryName}' does not exist"
            );
        }

        return request.ImageIds.TrueForAll(image => Tags.Contains(image.ImageTag))
            ? Task.FromResult(new DescribeImagesResponse())
            : throw new ImageNotFoundException("The image does not exist within the repository");
    }
}

using System.Text.Json;
using Amazon.ECR.Model;
using Amazon.StandIns;

namespace Amazon.ECR.Wire;

/// <summary>The members of what is sent, under their wire names.</summary>
internal static class Requests
{
    public static void Write(Utf8JsonWriter json, DescribeImagesRequest value)
    {
        json.Object("filter", value.Filter, Write);
        json.List("imageIds", value.ImageIds, Write);
        json.Number("maxResults", value.MaxResults);
        json.Text("nextToken", value.NextToken);
        json.Text("registryId", value.RegistryId);
        json.Text("repositoryName", value.RepositoryName);
    }

    public static void Write(Utf8JsonWriter json, DescribeImagesFilter value)
    {
        json.Text("imageStatus", value.ImageStatus);
        json.Text("tagStatus", value.TagStatus);
    }

    public static void Write(Utf8JsonWriter json, ImageIdentifier value)
    {
        json.Text("imageDigest", value.ImageDigest);
        json.Text("imageTag", value.ImageTag);
    }
}

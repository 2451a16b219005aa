using System.Text.Json;
using Amazon.ECR.Model;
using Amazon.StandIns;

namespace Amazon.ECR.Wire;

/// <summary>The members of what is answered, by their wire names.</summary>
internal static class Answers
{
    public static DescribeImagesResponse DescribeImagesResponseOf(JsonElement json) =>
        new() { ImageDetails = json.List("imageDetails", ImageDetailOf), NextToken = json.Text("nextToken") };

    public static ImageDetail ImageDetailOf(JsonElement json) =>
        new()
        {
            ArtifactMediaType = json.Text("artifactMediaType"),
            ImageDigest = json.Text("imageDigest"),
            ImageManifestMediaType = json.Text("imageManifestMediaType"),
            ImagePushedAt = json.Time("imagePushedAt"),
            ImageScanFindingsSummary = json.Object("imageScanFindingsSummary", ImageScanFindingsSummaryOf),
            ImageScanStatus = json.Object("imageScanStatus", ImageScanStatusOf),
            ImageSizeInBytes = json.Long("imageSizeInBytes"),
            ImageStatus = json.Text("imageStatus"),
            ImageTags = json.Texts("imageTags"),
            LastActivatedAt = json.Time("lastActivatedAt"),
            LastArchivedAt = json.Time("lastArchivedAt"),
            LastRecordedPullTime = json.Time("lastRecordedPullTime"),
            RegistryId = json.Text("registryId"),
            RepositoryName = json.Text("repositoryName"),
            SubjectManifestDigest = json.Text("subjectManifestDigest"),
        };

    public static ImageScanFindingsSummary ImageScanFindingsSummaryOf(JsonElement json) =>
        new()
        {
            FindingSeverityCounts = json.Map("findingSeverityCounts", static item => item.GetInt32()),
            ImageScanCompletedAt = json.Time("imageScanCompletedAt"),
            VulnerabilitySourceUpdatedAt = json.Time("vulnerabilitySourceUpdatedAt"),
        };

    public static ImageScanStatus ImageScanStatusOf(JsonElement json) =>
        new() { Description = json.Text("description"), Status = json.Text("status") };
}

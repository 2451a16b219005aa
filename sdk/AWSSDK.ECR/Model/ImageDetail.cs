using System;
using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.ECR.Model;

/// <summary>An image.</summary>
public partial class ImageDetail
{
    public string ArtifactMediaType { get; set; }

    public string ImageDigest { get; set; }

    public string ImageManifestMediaType { get; set; }

    public DateTime? ImagePushedAt { get; set; }

    public ImageScanFindingsSummary ImageScanFindingsSummary { get; set; }

    public ImageScanStatus ImageScanStatus { get; set; }

    public long? ImageSizeInBytes { get; set; }

    public ImageStatus ImageStatus { get; set; }

    public List<string> ImageTags { get; set; } = Unset.List<string>();

    public DateTime? LastActivatedAt { get; set; }

    public DateTime? LastArchivedAt { get; set; }

    public DateTime? LastRecordedPullTime { get; set; }

    public string RegistryId { get; set; }

    public string RepositoryName { get; set; }

    public string SubjectManifestDigest { get; set; }
}

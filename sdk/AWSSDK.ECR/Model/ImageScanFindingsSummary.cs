using System;
using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.ECR.Model;

/// <summary>What the scan of an image found, counted.</summary>
public partial class ImageScanFindingsSummary
{
    public Dictionary<string, int> FindingSeverityCounts { get; set; } = Unset.Map<string, int>();

    public DateTime? ImageScanCompletedAt { get; set; }

    public DateTime? VulnerabilitySourceUpdatedAt { get; set; }
}

namespace Amazon.ECR.Model;

/// <summary>How far the scan of an image is.</summary>
public partial class ImageScanStatus
{
    public string Description { get; set; }

    public ScanStatus Status { get; set; }
}

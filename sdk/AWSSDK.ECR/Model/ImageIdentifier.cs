namespace Amazon.ECR.Model;

/// <summary>An image, by digest or tag.</summary>
public partial class ImageIdentifier
{
    public string ImageDigest { get; set; }

    public string ImageTag { get; set; }
}

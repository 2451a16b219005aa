namespace Amazon.Lambda.Model;

/// <summary>What is changed in an image's configuration, or why that cannot be read.</summary>
public partial class ImageConfigResponse
{
    public ImageConfigError Error { get; set; }

    public ImageConfig ImageConfig { get; set; }
}

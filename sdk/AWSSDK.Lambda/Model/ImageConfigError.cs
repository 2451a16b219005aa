namespace Amazon.Lambda.Model;

/// <summary>Why an image's configuration cannot be read.</summary>
public partial class ImageConfigError
{
    public string ErrorCode { get; set; }

    public string Message { get; set; }
}

using System.IO;

namespace Amazon.Lambda.Model;

/// <summary>A function's code, as bytes, in S3 or as an image.</summary>
public partial class FunctionCode
{
    public string ImageUri { get; set; }

    public string S3Bucket { get; set; }

    public string S3Key { get; set; }

    public string S3ObjectVersion { get; set; }

    public string SourceKMSKeyArn { get; set; }

    public MemoryStream ZipFile { get; set; }
}

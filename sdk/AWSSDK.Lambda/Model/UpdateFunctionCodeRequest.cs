using System.Collections.Generic;
using System.IO;
using Amazon.StandIns;

namespace Amazon.Lambda.Model;

/// <summary>The code, as bytes, in S3 or as an image.</summary>
public partial class UpdateFunctionCodeRequest : AmazonLambdaRequest
{
    public List<string> Architectures { get; set; } = Unset.List<string>();

    public bool? DryRun { get; set; }

    public string FunctionName { get; set; }

    public string ImageUri { get; set; }

    public bool? Publish { get; set; }

    public FunctionVersionLatestPublished PublishTo { get; set; }

    public string RevisionId { get; set; }

    public string S3Bucket { get; set; }

    public string S3Key { get; set; }

    public string S3ObjectVersion { get; set; }

    public string SourceKMSKeyArn { get; set; }

    public MemoryStream ZipFile { get; set; }
}

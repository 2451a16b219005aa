namespace Amazon.Lambda.Model;

/// <summary>A layer that a function uses.</summary>
public partial class Layer
{
    public string Arn { get; set; }

    public long? CodeSize { get; set; }

    public string SigningJobArn { get; set; }

    public string SigningProfileVersionArn { get; set; }
}

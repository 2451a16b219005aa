namespace Amazon.ECR.Model;

/// <summary>Which images matter.</summary>
public partial class DescribeImagesFilter
{
    public ImageStatusFilter ImageStatus { get; set; }

    public TagStatus TagStatus { get; set; }
}

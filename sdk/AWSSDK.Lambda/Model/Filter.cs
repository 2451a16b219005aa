namespace Amazon.Lambda.Model;

/// <summary>A pattern for records.</summary>
public partial class Filter
{
    public string Pattern { get; set; }
}

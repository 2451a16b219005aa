namespace Amazon.Lambda.Model;

/// <summary>Why the filter cannot be read.</summary>
public partial class FilterCriteriaError
{
    public string ErrorCode { get; set; }

    public string Message { get; set; }
}

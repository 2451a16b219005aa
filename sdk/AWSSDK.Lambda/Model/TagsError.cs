namespace Amazon.Lambda.Model;

/// <summary>Why tags cannot be read.</summary>
public partial class TagsError
{
    public string ErrorCode { get; set; }

    public string Message { get; set; }
}

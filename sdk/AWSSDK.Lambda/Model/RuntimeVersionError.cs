namespace Amazon.Lambda.Model;

/// <summary>Why the version of the runtime cannot be read.</summary>
public partial class RuntimeVersionError
{
    public string ErrorCode { get; set; }

    public string Message { get; set; }
}

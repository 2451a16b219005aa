namespace Amazon.Lambda.Model;

/// <summary>Why variables cannot be read.</summary>
public partial class EnvironmentError
{
    public string ErrorCode { get; set; }

    public string Message { get; set; }
}

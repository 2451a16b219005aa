namespace Amazon.Connect.Model;

/// <summary>Why a request is not valid.</summary>
public partial class InvalidRequestExceptionReason
{
    public AttachedFileInvalidRequestExceptionReason AttachedFileInvalidRequestExceptionReason { get; set; }
}

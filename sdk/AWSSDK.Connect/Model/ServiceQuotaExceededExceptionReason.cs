namespace Amazon.Connect.Model;

/// <summary>Which quota is used up.</summary>
public partial class ServiceQuotaExceededExceptionReason
{
    public AttachedFileServiceQuotaExceededExceptionReason AttachedFileServiceQuotaExceededExceptionReason { get; set; }
}

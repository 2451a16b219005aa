namespace Amazon.Connect.Model;

/// <summary>Why an instance could not be made.</summary>
public partial class InstanceStatusReason
{
    public string Message { get; set; }
}

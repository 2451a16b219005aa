namespace Amazon.AutoScaling.Model;

/// <summary>A process that is held back.</summary>
public partial class SuspendedProcess
{
    public string ProcessName { get; set; }

    public string SuspensionReason { get; set; }
}

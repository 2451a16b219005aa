namespace Amazon.Connect.Model;

/// <summary>How a replica stands.</summary>
public partial class ReplicationStatusSummary
{
    public string Region { get; set; }

    public InstanceReplicationStatus ReplicationStatus { get; set; }

    public string ReplicationStatusReason { get; set; }
}

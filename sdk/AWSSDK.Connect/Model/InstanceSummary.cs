using System;

namespace Amazon.Connect.Model;

/// <summary>An instance, in short.</summary>
public partial class InstanceSummary
{
    public string Arn { get; set; }

    public DateTime? CreatedTime { get; set; }

    public string Id { get; set; }

    public DirectoryType IdentityManagementType { get; set; }

    public bool? InboundCallsEnabled { get; set; }

    public string InstanceAccessUrl { get; set; }

    public string InstanceAlias { get; set; }

    public InstanceStatus InstanceStatus { get; set; }

    public bool? OutboundCallsEnabled { get; set; }

    public string ServiceRole { get; set; }
}

using System;
using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.Connect.Model;

/// <summary>An instance.</summary>
public partial class Instance
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

    public InstanceStatusReason StatusReason { get; set; }

    public Dictionary<string, string> Tags { get; set; } = Unset.Map<string, string>();
}

using System;
using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.Connect.Model;

/// <summary>A flow with its content.</summary>
public partial class ContactFlow
{
    public string Arn { get; set; }

    public string Content { get; set; }

    public string Description { get; set; }

    public string FlowContentSha256 { get; set; }

    public string Id { get; set; }

    public string LastModifiedRegion { get; set; }

    public DateTime? LastModifiedTime { get; set; }

    public string Name { get; set; }

    public ContactFlowState State { get; set; }

    public ContactFlowStatus Status { get; set; }

    public Dictionary<string, string> Tags { get; set; } = Unset.Map<string, string>();

    public ContactFlowType Type { get; set; }

    public long? Version { get; set; }

    public string VersionDescription { get; set; }
}

using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.Connect.Model;

/// <summary>A flow module with its content.</summary>
public partial class ContactFlowModule
{
    public string Arn { get; set; }

    public string Content { get; set; }

    public string Description { get; set; }

    public ExternalInvocationConfiguration ExternalInvocationConfiguration { get; set; }

    public string FlowModuleContentSha256 { get; set; }

    public string Id { get; set; }

    public string Name { get; set; }

    public string Settings { get; set; }

    public ContactFlowModuleState State { get; set; }

    public ContactFlowModuleStatus Status { get; set; }

    public Dictionary<string, string> Tags { get; set; } = Unset.Map<string, string>();

    public long? Version { get; set; }

    public string VersionDescription { get; set; }
}

using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.Connect.Model;

/// <summary>A flow's name, kind and content.</summary>
public partial class CreateContactFlowRequest : AmazonConnectRequest
{
    public string Content { get; set; }

    public string Description { get; set; }

    public string InstanceId { get; set; }

    public string Name { get; set; }

    public ContactFlowStatus Status { get; set; }

    public Dictionary<string, string> Tags { get; set; } = Unset.Map<string, string>();

    public ContactFlowType Type { get; set; }
}

using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.Connect.Model;

/// <summary>A module's name and content. A token is made up for a request that has none.</summary>
public partial class CreateContactFlowModuleRequest : AmazonConnectRequest
{
    public string ClientToken { get; set; }

    public string Content { get; set; }

    public string Description { get; set; }

    public ExternalInvocationConfiguration ExternalInvocationConfiguration { get; set; }

    public string InstanceId { get; set; }

    public string Name { get; set; }

    public string Settings { get; set; }

    public Dictionary<string, string> Tags { get; set; } = Unset.Map<string, string>();
}

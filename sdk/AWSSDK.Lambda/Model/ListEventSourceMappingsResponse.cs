using System.Collections.Generic;
using Amazon.Runtime;
using Amazon.StandIns;

namespace Amazon.Lambda.Model;

/// <summary>One page of mappings.</summary>
public partial class ListEventSourceMappingsResponse : AmazonWebServiceResponse
{
    public List<EventSourceMappingConfiguration> EventSourceMappings { get; set; } =
        Unset.List<EventSourceMappingConfiguration>();

    public string NextMarker { get; set; }
}

using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.Lambda.Model;

/// <summary>A second version, and its share of the calls.</summary>
public partial class AliasRoutingConfiguration
{
    public Dictionary<string, double> AdditionalVersionWeights { get; set; } = Unset.Map<string, double>();
}

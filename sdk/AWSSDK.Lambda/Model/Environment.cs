using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.Lambda.Model;

/// <summary>The variables of a function.</summary>
public partial class Environment
{
    public Dictionary<string, string> Variables { get; set; } = Unset.Map<string, string>();
}

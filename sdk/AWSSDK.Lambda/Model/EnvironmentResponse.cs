using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.Lambda.Model;

/// <summary>The variables of a function, or why they cannot be read.</summary>
public partial class EnvironmentResponse
{
    public EnvironmentError Error { get; set; }

    public Dictionary<string, string> Variables { get; set; } = Unset.Map<string, string>();
}

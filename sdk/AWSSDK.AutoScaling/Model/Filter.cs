using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.AutoScaling.Model;

/// <summary>A property that groups must have.</summary>
public partial class Filter
{
    public string Name { get; set; }

    public List<string> Values { get; set; } = Unset.List<string>();
}

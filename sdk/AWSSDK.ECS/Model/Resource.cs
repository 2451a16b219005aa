using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.ECS.Model;

/// <summary>An amount of processor, memory or ports.</summary>
public partial class Resource
{
    public double? DoubleValue { get; set; }

    public int? IntegerValue { get; set; }

    public long? LongValue { get; set; }

    public string Name { get; set; }

    public List<string> StringSetValue { get; set; } = Unset.List<string>();

    public string Type { get; set; }
}

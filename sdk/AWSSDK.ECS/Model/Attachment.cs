using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.ECS.Model;

/// <summary>Something attached to a task, such as a network interface.</summary>
public partial class Attachment
{
    public List<KeyValuePair> Details { get; set; } = Unset.List<KeyValuePair>();

    public string Id { get; set; }

    public string Status { get; set; }

    public string Type { get; set; }
}

namespace Amazon.AutoScaling.Model;

/// <summary>A tag of a group.</summary>
public partial class TagDescription
{
    public string Key { get; set; }

    public bool? PropagateAtLaunch { get; set; }

    public string ResourceId { get; set; }

    public string ResourceType { get; set; }

    public string Value { get; set; }
}

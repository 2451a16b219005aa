namespace Amazon.ECS.Model;

/// <summary>Another container whose volumes are mounted too.</summary>
public partial class VolumeFrom
{
    public bool? ReadOnly { get; set; }

    public string SourceContainer { get; set; }
}

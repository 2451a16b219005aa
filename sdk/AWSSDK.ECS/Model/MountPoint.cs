namespace Amazon.ECS.Model;

/// <summary>Where a container sees a volume.</summary>
public partial class MountPoint
{
    public string ContainerPath { get; set; }

    public bool? ReadOnly { get; set; }

    public string SourceVolume { get; set; }
}

namespace Amazon.ECS.Model;

/// <summary>A folder of the host.</summary>
public partial class HostVolumeProperties
{
    public string SourcePath { get; set; }
}

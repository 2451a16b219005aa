namespace Amazon.ECS.Model;

/// <summary>A volume of a task.</summary>
public partial class Volume
{
    public bool? ConfiguredAtLaunch { get; set; }

    public DockerVolumeConfiguration DockerVolumeConfiguration { get; set; }

    public EFSVolumeConfiguration EfsVolumeConfiguration { get; set; }

    public FSxWindowsFileServerVolumeConfiguration FsxWindowsFileServerVolumeConfiguration { get; set; }

    public HostVolumeProperties Host { get; set; }

    public string Name { get; set; }

    public S3FilesVolumeConfiguration S3filesVolumeConfiguration { get; set; }
}

namespace Amazon.ECS.Model;

/// <summary>A file system of Amazon FSx for Windows.</summary>
public partial class FSxWindowsFileServerVolumeConfiguration
{
    public FSxWindowsFileServerAuthorizationConfig AuthorizationConfig { get; set; }

    public string FileSystemId { get; set; }

    public string RootDirectory { get; set; }
}

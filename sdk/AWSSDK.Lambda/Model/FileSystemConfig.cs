namespace Amazon.Lambda.Model;

/// <summary>A file system that a function mounts.</summary>
public partial class FileSystemConfig
{
    public string Arn { get; set; }

    public string LocalMountPath { get; set; }
}

namespace Amazon.ECS.Model;

/// <summary>A file system of Amazon S3 Files.</summary>
public partial class S3FilesVolumeConfiguration
{
    public string AccessPointArn { get; set; }

    public string FileSystemArn { get; set; }

    public string RootDirectory { get; set; }

    public int? TransitEncryptionPort { get; set; }
}

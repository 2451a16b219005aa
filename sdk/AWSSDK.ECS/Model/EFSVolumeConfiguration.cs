namespace Amazon.ECS.Model;

/// <summary>A file system of Amazon EFS.</summary>
public partial class EFSVolumeConfiguration
{
    public EFSAuthorizationConfig AuthorizationConfig { get; set; }

    public string FileSystemId { get; set; }

    public string RootDirectory { get; set; }

    public EFSTransitEncryption TransitEncryption { get; set; }

    public int? TransitEncryptionPort { get; set; }
}

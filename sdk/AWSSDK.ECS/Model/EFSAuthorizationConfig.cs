namespace Amazon.ECS.Model;

/// <summary>How a file system of Amazon EFS is opened.</summary>
public partial class EFSAuthorizationConfig
{
    public string AccessPointId { get; set; }

    public EFSAuthorizationConfigIAM Iam { get; set; }
}

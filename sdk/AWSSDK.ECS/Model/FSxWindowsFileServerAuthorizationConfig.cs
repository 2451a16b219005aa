namespace Amazon.ECS.Model;

/// <summary>How a file system of Amazon FSx for Windows is opened.</summary>
public partial class FSxWindowsFileServerAuthorizationConfig
{
    public string CredentialsParameter { get; set; }

    public string Domain { get; set; }
}

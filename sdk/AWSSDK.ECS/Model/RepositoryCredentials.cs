namespace Amazon.ECS.Model;

/// <summary>The secret that opens a private registry.</summary>
public partial class RepositoryCredentials
{
    public string CredentialsParameter { get; set; }
}

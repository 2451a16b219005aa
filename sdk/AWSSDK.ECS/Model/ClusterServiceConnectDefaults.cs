namespace Amazon.ECS.Model;

/// <summary>The namespace that a cluster's services use unless told otherwise.</summary>
public partial class ClusterServiceConnectDefaults
{
    public string Namespace { get; set; }
}

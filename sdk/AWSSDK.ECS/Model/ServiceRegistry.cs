namespace Amazon.ECS.Model;

/// <summary>A registry that a service's tasks are known by.</summary>
public partial class ServiceRegistry
{
    public string ContainerName { get; set; }

    public int? ContainerPort { get; set; }

    public int? Port { get; set; }

    public string RegistryArn { get; set; }
}

namespace Amazon.ECS.Model;

/// <summary>A container's port and the host's.</summary>
public partial class NetworkBinding
{
    public string BindIP { get; set; }

    public int? ContainerPort { get; set; }

    public string ContainerPortRange { get; set; }

    public int? HostPort { get; set; }

    public string HostPortRange { get; set; }

    public TransportProtocol Protocol { get; set; }
}

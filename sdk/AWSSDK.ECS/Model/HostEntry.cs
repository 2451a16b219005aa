namespace Amazon.ECS.Model;

/// <summary>A line of /etc/hosts.</summary>
public partial class HostEntry
{
    public string Hostname { get; set; }

    public string IpAddress { get; set; }
}

namespace Amazon.ECS.Model;

/// <summary>A limit of a container's processes.</summary>
public partial class Ulimit
{
    public int? HardLimit { get; set; }

    public UlimitName Name { get; set; }

    public int? SoftLimit { get; set; }
}

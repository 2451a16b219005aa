namespace Amazon.ECS.Model;

/// <summary>A resource that a container needs.</summary>
public partial class ResourceRequirement
{
    public ResourceType Type { get; set; }

    public string Value { get; set; }
}

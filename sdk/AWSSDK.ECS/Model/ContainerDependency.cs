namespace Amazon.ECS.Model;

/// <summary>Another container, and what it must have reached first.</summary>
public partial class ContainerDependency
{
    public ContainerCondition Condition { get; set; }

    public string ContainerName { get; set; }
}

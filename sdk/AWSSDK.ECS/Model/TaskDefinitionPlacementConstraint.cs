namespace Amazon.ECS.Model;

/// <summary>A rule for where tasks may run.</summary>
public partial class TaskDefinitionPlacementConstraint
{
    public string Expression { get; set; }

    public TaskDefinitionPlacementConstraintType Type { get; set; }
}

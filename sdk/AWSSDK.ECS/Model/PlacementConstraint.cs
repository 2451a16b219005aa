namespace Amazon.ECS.Model;

/// <summary>A rule that an instance has to meet.</summary>
public partial class PlacementConstraint
{
    public string Expression { get; set; }

    public PlacementConstraintType Type { get; set; }
}

namespace Amazon.ECS.Model;

/// <summary>How to choose among instances.</summary>
public partial class PlacementStrategy
{
    public string Field { get; set; }

    public PlacementStrategyType Type { get; set; }
}

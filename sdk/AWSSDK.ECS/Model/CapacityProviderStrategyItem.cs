namespace Amazon.ECS.Model;

/// <summary>A capacity provider with its share.</summary>
public partial class CapacityProviderStrategyItem
{
    public int? Base { get; set; }

    public string CapacityProvider { get; set; }

    public int? Weight { get; set; }
}

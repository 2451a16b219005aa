namespace Amazon.Lambda.Model;

/// <summary>The capacity provider that a function runs on.</summary>
public partial class CapacityProviderConfig
{
    public LambdaManagedInstancesCapacityProviderConfig LambdaManagedInstancesCapacityProviderConfig { get; set; }
}

namespace Amazon.Lambda.Model;

/// <summary>The managed instances that a function runs on.</summary>
public partial class LambdaManagedInstancesCapacityProviderConfig
{
    public string CapacityProviderArn { get; set; }

    public double? ExecutionEnvironmentMemoryGiBPerVCpu { get; set; }

    public int? PerExecutionEnvironmentMaxConcurrency { get; set; }
}

namespace Amazon.Lambda.Model;

/// <summary>Whether X-Ray traces a function.</summary>
public partial class TracingConfigResponse
{
    public TracingMode Mode { get; set; }
}

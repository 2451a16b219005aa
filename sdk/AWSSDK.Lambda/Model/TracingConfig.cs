namespace Amazon.Lambda.Model;

/// <summary>Whether X-Ray traces a function.</summary>
public partial class TracingConfig
{
    public TracingMode Mode { get; set; }
}

namespace Amazon.Lambda.Model;

/// <summary>Where records go after the function.</summary>
public partial class DestinationConfig
{
    public OnFailure OnFailure { get; set; }

    public OnSuccess OnSuccess { get; set; }
}

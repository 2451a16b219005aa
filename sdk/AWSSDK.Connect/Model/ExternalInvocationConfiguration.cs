namespace Amazon.Connect.Model;

/// <summary>Whether a module may be called from elsewhere than a flow.</summary>
public partial class ExternalInvocationConfiguration
{
    public bool? Enabled { get; set; }
}

namespace Amazon.Lambda.Model;

/// <summary>Where failed records go.</summary>
public partial class OnFailure
{
    public string Destination { get; set; }
}

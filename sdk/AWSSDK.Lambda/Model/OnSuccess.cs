namespace Amazon.Lambda.Model;

/// <summary>Where handled records go.</summary>
public partial class OnSuccess
{
    public string Destination { get; set; }
}

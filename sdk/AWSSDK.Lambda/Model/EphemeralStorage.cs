namespace Amazon.Lambda.Model;

/// <summary>The size of /tmp, in MB.</summary>
public partial class EphemeralStorage
{
    public int? Size { get; set; }
}

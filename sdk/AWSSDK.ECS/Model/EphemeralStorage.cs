namespace Amazon.ECS.Model;

/// <summary>The size of a task's storage, in GiB.</summary>
public partial class EphemeralStorage
{
    public int? SizeInGiB { get; set; }
}

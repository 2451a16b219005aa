namespace Amazon.ECS.Model;

/// <summary>A variable or option whose value is kept elsewhere.</summary>
public partial class Secret
{
    public string Name { get; set; }

    public string ValueFrom { get; set; }
}

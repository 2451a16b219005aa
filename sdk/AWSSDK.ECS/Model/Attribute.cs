namespace Amazon.ECS.Model;

/// <summary>A name and a value of an instance or a task.</summary>
public partial class Attribute
{
    public string Name { get; set; }

    public string TargetId { get; set; }

    public TargetType TargetType { get; set; }

    public string Value { get; set; }
}

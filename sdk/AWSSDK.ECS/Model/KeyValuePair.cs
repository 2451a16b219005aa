namespace Amazon.ECS.Model;

/// <summary>A name and a value.</summary>
public partial class KeyValuePair
{
    public string Name { get; set; }

    public string Value { get; set; }
}

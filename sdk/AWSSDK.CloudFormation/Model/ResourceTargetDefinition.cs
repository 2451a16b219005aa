namespace Amazon.CloudFormation.Model;

/// <summary>The part of a resource that would change.</summary>
public partial class ResourceTargetDefinition
{
    public string AfterValue { get; set; }

    public ResourceAttribute Attribute { get; set; }

    public AttributeChangeType AttributeChangeType { get; set; }

    public string BeforeValue { get; set; }

    public string Name { get; set; }

    public string Path { get; set; }

    public RequiresRecreation RequiresRecreation { get; set; }
}

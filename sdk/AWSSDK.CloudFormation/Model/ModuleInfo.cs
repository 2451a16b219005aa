namespace Amazon.CloudFormation.Model;

/// <summary>The modules that a resource is of.</summary>
public partial class ModuleInfo
{
    public string LogicalIdHierarchy { get; set; }

    public string TypeHierarchy { get; set; }
}

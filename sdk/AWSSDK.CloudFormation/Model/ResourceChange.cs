using System.Collections.Generic;
using Amazon.StandIns;

namespace Amazon.CloudFormation.Model;

/// <summary>What would happen to a resource.</summary>
public partial class ResourceChange
{
    public ChangeAction Action { get; set; }

    public string AfterContext { get; set; }

    public string BeforeContext { get; set; }

    public string ChangeSetId { get; set; }

    public List<ResourceChangeDetail> Details { get; set; } = Unset.List<ResourceChangeDetail>();

    public string LogicalResourceId { get; set; }

    public ModuleInfo ModuleInfo { get; set; }

    public string PhysicalResourceId { get; set; }

    public PolicyAction PolicyAction { get; set; }

    public Replacement Replacement { get; set; }

    public string ResourceType { get; set; }

    public List<string> Scope { get; set; } = Unset.List<string>();
}

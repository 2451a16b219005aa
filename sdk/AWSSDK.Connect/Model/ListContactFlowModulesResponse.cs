using System.Collections.Generic;
using Amazon.Runtime;
using Amazon.StandIns;

namespace Amazon.Connect.Model;

/// <summary>One page of modules.</summary>
public partial class ListContactFlowModulesResponse : AmazonWebServiceResponse
{
    public List<ContactFlowModuleSummary> ContactFlowModulesSummaryList { get; set; } =
        Unset.List<ContactFlowModuleSummary>();

    public string NextToken { get; set; }
}

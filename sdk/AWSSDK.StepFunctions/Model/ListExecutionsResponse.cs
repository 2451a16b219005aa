using System.Collections.Generic;
using Amazon.Runtime;
using Amazon.StandIns;

namespace Amazon.StepFunctions.Model;

/// <summary>Executions, the newest first, a page at a time.</summary>
public partial class ListExecutionsResponse : AmazonWebServiceResponse
{
    public List<ExecutionListItem> Executions { get; set; } = Unset.List<ExecutionListItem>();

    public string NextToken { get; set; }
}

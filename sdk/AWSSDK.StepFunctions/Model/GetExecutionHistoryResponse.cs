using System.Collections.Generic;
using Amazon.Runtime;
using Amazon.StandIns;

namespace Amazon.StepFunctions.Model;

/// <summary>What happened in an execution, a page at a time.</summary>
public partial class GetExecutionHistoryResponse : AmazonWebServiceResponse
{
    public List<HistoryEvent> Events { get; set; } = Unset.List<HistoryEvent>();

    public string NextToken { get; set; }
}

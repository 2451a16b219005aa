using System.Collections.Generic;
using Amazon.Runtime;
using Amazon.StandIns;

namespace Amazon.ECS.Model;

/// <summary>The tasks that were started, and why others were not.</summary>
public partial class RunTaskResponse : AmazonWebServiceResponse
{
    public List<Failure> Failures { get; set; } = Unset.List<Failure>();

    public List<Task> Tasks { get; set; } = Unset.List<Task>();
}

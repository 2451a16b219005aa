using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>The task that was asked to stop.</summary>
public partial class StopTaskResponse : AmazonWebServiceResponse
{
    public Task Task { get; set; }
}

using Amazon;
using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.Runtime;

namespace SonicBridge.Steps.Tests.Call;

/// <summary>ECS as far as the functions use it.</summary>
internal sealed class FakeEcs() : AmazonECSClient(new BasicAWSCredentials("nobody", "nothing"), RegionEndpoint.USEast1)
{
    public List<RunTaskRequest> Run { get; } = [];

    /// <summary>What RunTask answers; throw here to make it fail.</summary>
    public Func<RunTaskResponse> Answer { get; set; } =
        () => new RunTaskResponse { Tasks = [new Amazon.ECS.Model.Task { TaskArn = "task-1" }], Failures = [] };

    public override Task<RunTaskResponse> RunTaskAsync(
        RunTaskRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Run.Add(request);
        return System.Threading.Tasks.Task.FromResult(Answer());
    }
}

using Amazon;
using Amazon.Runtime;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace SonicBridge.Steps.Tests.Call;

/// <summary>Step Functions as far as the functions use it: notes what it is asked.</summary>
internal sealed class FakeStepFunctions()
    : AmazonStepFunctionsClient(new BasicAWSCredentials("nobody", "nothing"), RegionEndpoint.USEast1)
{
    public List<StartExecutionRequest> Started { get; } = [];
    public List<SendTaskFailureRequest> Failed { get; } = [];

    public List<DescribeExecutionRequest> Described { get; } = [];

    /// <summary>How every execution stands.</summary>
    public ExecutionStatus Status { get; set; } = ExecutionStatus.RUNNING;

    /// <summary>What happened in every execution.</summary>
    public List<HistoryEvent> History { get; } = [];

    /// <summary>Throw here to make it fail.</summary>
    public Action Before { get; set; } = static () => { };

    public override Task<StartExecutionResponse> StartExecutionAsync(
        StartExecutionRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Before();
        if (Started.Find(execution => execution.Name == request.Name) is { } same && same.Input != request.Input)
        {
            throw new ExecutionAlreadyExistsException("Execution Already Exists");
        }

        Started.Add(request);
        return Task.FromResult(
            new StartExecutionResponse { ExecutionArn = $"{request.StateMachineArn}:{request.Name}" }
        );
    }

    public override Task<DescribeExecutionResponse> DescribeExecutionAsync(
        DescribeExecutionRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Described.Add(request);
        Before();
        return Task.FromResult(new DescribeExecutionResponse { ExecutionArn = request.ExecutionArn, Status = Status });
    }

    public override Task<GetExecutionHistoryResponse> GetExecutionHistoryAsync(
        GetExecutionHistoryRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Before();
        return Task.FromResult(new GetExecutionHistoryResponse { Events = [.. History] });
    }

    public override Task<SendTaskFailureResponse> SendTaskFailureAsync(
        SendTaskFailureRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Before();
        Failed.Add(request);
        return Task.FromResult(new SendTaskFailureResponse());
    }
}

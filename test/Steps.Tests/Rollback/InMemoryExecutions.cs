using System.Globalization;
using Amazon;
using Amazon.Runtime;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace SonicBridge.Steps.Tests.Rollback;

/// <summary>Step Functions' executions, listed page by page.</summary>
internal sealed class InMemoryExecutions()
    : AmazonStepFunctionsClient(new BasicAWSCredentials("nobody", "nothing"), RegionEndpoint.USEast1)
{
    private const int PageSize = 2;

    /// <summary>Every execution and how far it is.</summary>
    public Dictionary<string, ExecutionStatus> Known { get; } = [];

    public override Task<DescribeExecutionResponse> DescribeExecutionAsync(
        DescribeExecutionRequest request,
        CancellationToken cancellationToken = default
    ) =>
        Known.TryGetValue(request.ExecutionArn, out var status)
            ? Task.FromResult(new DescribeExecutionResponse { ExecutionArn = request.ExecutionArn, Status = status })
            : throw new ExecutionDoesNotExistException("Execution Does Not Exist");

    public override Task<ListExecutionsResponse> ListExecutionsAsync(
        ListExecutionsRequest request,
        CancellationToken cancellationToken = default
    )
    {
        var machine = request.StateMachineArn.Replace(":stateMachine:", ":execution:", StringComparison.Ordinal);
        var found = Known
            .Where(one => one.Key.StartsWith($"{machine}:", StringComparison.Ordinal))
            .Where(one => one.Value == request.StatusFilter)
            .Select(
                (one, index) =>
                    new ExecutionListItem
                    {
                        ExecutionArn = one.Key,
                        Status = one.Value,
                        StartDate = new DateTime(2026, 1, 1, 12, index, 0, DateTimeKind.Utc),
                    }
            )
            .Reverse()
            .ToList();
        var start = request.NextToken is { } token ? int.Parse(token, CultureInfo.InvariantCulture) : 0;
        return Task.FromResult(
            new ListExecutionsResponse
            {
                Executions = [.. found.Skip(start).Take(PageSize)],
                NextToken =
                    start + PageSize < found.Count ? (start + PageSize).ToString(CultureInfo.InvariantCulture) : null,
            }
        );
    }
}

using System.Text.Json;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace SonicBridge.Steps.Shift;

/// <summary>How calls went, by their executions.</summary>
internal sealed class CallRecord(IAmazonStepFunctions stepFunctions, string? stateMachine)
{
    // Each call that ended well costs one more request to learn how; this many say enough of a share that is being tried.
    private const int MostOutcomes = 50;

    // Of many that failed for one reason, a few tell it.
    private const int MostReasons = 5;

    /// <summary>Looks at the calls that have begun since some time.</summary>
    public async Task<CallsSince> SinceAsync(DateTimeOffset since)
    {
        var executions = await ListAsync(since);
        var failures = new List<string>();
        var outcomes = 0;
        foreach (var execution in executions)
        {
            var hasFailed = execution.Status == ExecutionStatus.FAILED || execution.Status == ExecutionStatus.TIMED_OUT;
            if (hasFailed && failures.Count < MostReasons)
            {
                failures.Add(await ReasonAsync(execution));
            }
            else if (hasFailed)
            {
                failures.Add($"{execution.Name}.");
            }
            else if (execution.Status == ExecutionStatus.SUCCEEDED && outcomes++ < MostOutcomes)
            {
                failures.AddRange(await FailedOutcomeAsync(execution));
            }
        }

        return new CallsSince(executions.Count, failures);
    }

    /// <summary>The newest come first, so that nobody pages through those of last month.</summary>
    private async Task<List<ExecutionListItem>> ListAsync(DateTimeOffset since)
    {
        var found = new List<ExecutionListItem>();
        var request = new ListExecutionsRequest
        {
            StateMachineArn = Setting.Required(stateMachine, "CALL_STATE_MACHINE_ARN"),
        };
        while (true)
        {
            var page = await stepFunctions.ListExecutionsAsync(request);
            foreach (var execution in page.Executions ?? [])
            {
                if (execution.StartDate?.ToUniversalTime() < since.UtcDateTime)
                {
                    return found;
                }

                found.Add(execution);
            }

            if (page.NextToken is not { Length: > 0 } next)
            {
                return found;
            }

            request.NextToken = next;
        }
    }

    private async Task<string> ReasonAsync(ExecutionListItem execution)
    {
        var described = await DescribeAsync(execution);
        return $"{execution.Name} ({described.Error ?? execution.Status.Value}: {described.Cause?.TrimEnd('.') ?? "no cause was given"}).";
    }

    /// <summary>A bridge that could not do its work says so, and its execution ends in order.</summary>
    private async Task<string[]> FailedOutcomeAsync(ExecutionListItem execution)
    {
        var described = await DescribeAsync(execution);
        if (described.Output is not { Length: > 0 } output)
        {
            return [];
        }

        using var outcome = JsonDocument.Parse(output);
        return outcome.RootElement.TextAt("ending") == "failed"
            ? [$"{execution.Name} ({outcome.RootElement.TextAt("detail")?.TrimEnd('.')})."]
            : [];
    }

    private Task<DescribeExecutionResponse> DescribeAsync(ExecutionListItem execution) =>
        stepFunctions.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = execution.ExecutionArn });
}

/// <summary>The calls of some time.</summary>
/// <param name="Begun">How many have begun.</param>
/// <param name="Failures">Those that failed, each with its reason.</param>
internal sealed record CallsSince(int Begun, IReadOnlyList<string> Failures);

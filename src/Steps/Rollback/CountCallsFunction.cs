using System.Globalization;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Rollback;

/// <summary><c>count-calls</c>: counts the calls that are still carried on EC2. Each is an execution of the call state machine.</summary>
public sealed class CountCallsFunction
{
    private readonly IAmazonStepFunctions _stepFunctions;
    private readonly string? _stateMachineArn;

    public CountCallsFunction()
        : this(new AmazonStepFunctionsClient(), Setting.Optional("CALL_STATE_MACHINE_ARN")) { }

    internal CountCallsFunction(IAmazonStepFunctions stepFunctions, string? stateMachineArn)
    {
        _stepFunctions = stepFunctions;
        _stateMachineArn = stateMachineArn;
    }

    [LambdaFunction(
        ResourceName = nameof(CountCallsFunction),
        Timeout = 50,
        MemorySize = 256,
        Role = "@CountCallsRole"
    )]
    public async Task<Progressing> CountCalls(StepRequest request, ILambdaContext context)
    {
        var calls = 0;
        DateTime? oldest = null;
        var page = new ListExecutionsRequest
        {
            StateMachineArn = Setting.Required(_stateMachineArn, "CALL_STATE_MACHINE_ARN"),
            StatusFilter = ExecutionStatus.RUNNING,
        };
        do
        {
            var answer = await _stepFunctions.ListExecutionsAsync(page);
            foreach (var call in answer.Executions ?? [])
            {
                calls++;
                oldest = call.StartDate < oldest || oldest is null ? call.StartDate : oldest;
            }

            page.NextToken = answer.NextToken;
        } while (page.NextToken is { Length: > 0 });

        var note =
            calls == 0
                ? "No call is carried on EC2 any more."
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{calls} {(calls == 1 ? "call still talks" : "calls still talk")} on EC2, the longest since {oldest:u}."
                );
        context.Logger.LogInformation("{folder}: {note}", request.Folder ?? "", note);
        return new Progressing(calls == 0, note);
    }
}

using SonicBridge.Steps.Call;

namespace SonicBridge.Steps.Diagnose;

/// <summary>Functions that are not invoked, cannot be, or fail.</summary>
internal static class LambdaRules
{
    private const string DeployAgain = "Deploy serverless.template again.";

    public static IEnumerable<Finding> Judge(Evidence seen) =>
        [
            .. FunctionIsNotReady(seen),
            .. FunctionPointsElsewhere(seen),
            .. CallWasNotStarted(seen),
            .. InvocationFailed(seen),
            .. FunctionsLoggedErrors(seen),
        ];

    private static IEnumerable<Finding> FunctionIsNotReady(Evidence seen) =>
        from function in seen.Functions
        where function.State is null or "Failed" or "Pending"
        select Lambda(
            function.State is null
                ? $"There is no function {function.Name}."
                : $"The function {function.Name} cannot be invoked.",
            function.State is null ? "Lambda does not find it." : $"It is {function.State}: {function.Reason}",
            function.State is "Pending" ? "Wait until it is deployed, and look again." : DeployAgain
        );

    private static IEnumerable<Finding> FunctionPointsElsewhere(Evidence seen) =>
        from function in seen.Functions
        where function.Mismatch is not null
        select Lambda(
            $"The function {function.Name} does not point at what is deployed.",
            function.Mismatch!,
            "Deploy serverless.template with the parameter that gives it, and change no variable by hand."
        );

    private static IEnumerable<Finding> CallWasNotStarted(Evidence seen)
    {
        switch (seen.Call)
        {
            case { IsDescribed: false, Execution: null }:
                yield return Lambda(
                    "invoke-ecs-ec2-task was not invoked for this call, or refused it.",
                    "There is neither a call.json nor an execution of this contact id.",
                    "Look whether the flow starts media streaming before it invokes the function, whether the function is added to the Connect instance, and what its log says; a call older than the retention is gone."
                );
                break;
            case { IsDescribed: true, Execution: null, Outcome: null }:
                yield return Lambda(
                    "The call was begun, and its execution was not started.",
                    "call.json is there, and no execution of this contact id.",
                    "Read the log of invoke-ecs-ec2-task for CallNotStarted: its role has to allow states:StartExecution on the state machine that it names."
                );
                break;
        }
    }

    /// <summary>What Step Functions says when it could not have a function do its work.</summary>
    private static IEnumerable<Finding> InvocationFailed(Evidence seen)
    {
        if (
            CallFailure.Of(seen.Call) is not { Error: { } error, Detail: var detail }
            || error is nameof(BridgeHasNoRoom) or nameof(BridgeNotLaunched)
            || error is BridgeErrors.Stopped or BridgeErrors.Leaving
            || error is "States.HeartbeatTimeout" or "States.Timeout"
        )
        {
            yield break;
        }

        var (cause, mend) = error switch
        {
            "Lambda.TooManyRequestsException" => (
                "The account had no concurrency left for launch-bridge.",
                "Raise Lambda's concurrency of the account, or reserve some for the functions of the call."
            ),
            "Lambda.ResourceNotFoundException" => ("There is no function launch-bridge any more.", DeployAgain),
            "Sandbox.Timedout" or "Lambda.Unknown" => (
                "launch-bridge did not answer within its time.",
                "Read its log: ECS or S3 answered late. Raise its timeout only if they always do."
            ),
            "Runtime.ExitError" or "Runtime.InvalidEntrypoint" => (
                "The process of launch-bridge ended.",
                "Read its log; it was short of memory, or built for another architecture."
            ),
            _ when KnownWords.In(detail, KnownWords.Rights, KnownWords.Limits) is { } known => (
                known.Cause,
                known.Mend
            ),
            _ => ("launch-bridge failed.", "Read its log in the group /aws/lambda/launch-bridge for the contact id."),
        };
        yield return Lambda(cause, $"{error}: {detail}", mend);
    }

    private static IEnumerable<Finding> FunctionsLoggedErrors(Evidence seen) =>
        from line in seen.Log
        where line.IsError && line.Group.StartsWith("/aws/lambda/", StringComparison.Ordinal)
        where KnownWords.In(line.Message, KnownWords.Network, KnownWords.Limits) is null
        group line by line.Group into alike
        let known = KnownWords.In(alike.Last().Message, KnownWords.Rights)
        select Lambda(
            known?.Cause ?? $"The function {alike.Key["/aws/lambda/".Length..]} logged an error.",
            $"{alike.Key}: {alike.Last().Message}{(alike.Count() > 1 ? $" And {alike.Count() - 1} more." : "")}",
            known?.Mend ?? $"Read what stands before it in the group {alike.Key}."
        );

    private static Finding Lambda(string cause, string evidence, string mend) =>
        new(DiagnosisArea.Lambda, cause, evidence, mend);
}
